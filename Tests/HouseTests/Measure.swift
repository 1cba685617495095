/// How large things may grow before they are two things.
enum Measure {
  static let longestFile = 300
  static let longestFunction = 40
  /// The middle function of a room stays under this many lines.
  static let middleFunction = 10

  static func longFiles(in sources: [SwiftSource]) -> [String] {
    sources.filter { $0.lineCount > longestFile }.map {
      $0.fault(longestFile, "\($0.lineCount) lines, more than \(longestFile)")
    }
  }

  /// C headers are code too: what Swift cannot say stands there.
  static func longHeaders(in files: [HouseFile]) -> [String] {
    files.filter { $0.path.hasSuffix(".h") }.compactMap { file in
      // What follows the last line end is no line.
      let count = file.lines.count - 1
      return count > longestFile ? "\(file.path): \(count) lines, more than \(longestFile)" : nil
    }
  }

  static func longFunctions(in sources: [SwiftSource]) -> [String] {
    sources.flatMap { source in
      source.functions.filter { $0.length > longestFunction }.map {
        source.fault($0.line, "\($0.name) has \($0.length) lines, more than \(longestFunction)")
      }
    }
  }

  /// Rooms whose middle function is too long, with its length.
  static func heavyRooms(in sources: [SwiftSource]) -> [String] {
    Dictionary(grouping: sources, by: \.room).sorted { $0.key < $1.key }.compactMap { room, files in
      let lengths = files.flatMap(\.functions).map(\.length).sorted()
      guard let middle = lengths.dropFirst(lengths.count / 2).first, middle >= middleFunction else {
        return nil
      }
      return "\(room): the middle function has \(middle) lines, not under \(middleFunction)"
    }
  }

  /// Files that hold another number of types than one, or one of another name. Private helpers are not counted;
  /// a file of extensions is named `Type+Topic`, or after the one type that it adds inside another; what it adds to
  /// other people's types alone may carry a name of its own.
  static func misnamed(in sources: [SwiftSource]) -> [String] {
    let ours = Set(
      sources.flatMap(\.declarations).filter { $0.keyword != "extension" }.map(\.name))
    return sources.compactMap { source in
      let open = source.declarations.filter { !$0.isPrivate }
      let types = open.filter { $0.keyword != "extension" && $0.inside == nil }.map(\.name)
      switch types.count {
      case 0: return extensionFault(source, open, ours)
      case 1 where types[0] == source.stem: return nil
      case 1: return source.fault(1, "holds \(types[0]) and is named after something else")
      default:
        return source.fault(1, "holds \(types.count) types: \(types.joined(separator: ", "))")
      }
    }
  }

  private static func extensionFault(
    _ source: SwiftSource, _ open: [SwiftSource.Declaration], _ ours: Set<String>
  ) -> String? {
    let extended = open.filter { $0.keyword == "extension" }.map { one in
      String(one.name.split(separator: ".").last ?? "")
    }
    if extended.allSatisfy({ !ours.contains($0) }) { return nil }
    let isTopic = extended.contains { source.stem.hasPrefix("\($0)+") }
    let isNested = open.contains { $0.inside != nil && $0.name == source.stem }
    return isTopic || isNested
      ? nil : source.fault(1, "extends and is named neither Type+Topic nor after what it adds")
  }
}
