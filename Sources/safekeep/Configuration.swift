import Glibc

/// The file `config`: plain lines `key = value`, `#` before a comment.
///
/// Three keys and no more: `vault`, `lang`, `as`. A key that this program does not know is refused
/// rather than passed over: `langue = vi` would otherwise be a wish that nobody heard.
struct Configuration: Sendable {
  static let keys: Set<String> = ["vault", "lang", "as"]
  /// Larger than any such file, small enough to read whole.
  private static let largest = 65_536

  private let values: [String: String]

  subscript(key: String) -> String? { values[key] }

  /// - Parameter path: where the file may be; without one the configuration is empty.
  /// - Throws: `Fault` of status 78 that names the line.
  init(file path: String) throws(Fault) {
    let descriptor: Int32
    do {
      descriptor = try Kernel.open(path, O_RDONLY)
    } catch .noEntry {
      values = [:]
      return
    } catch {
      throw .configuration(line: 0)
    }
    defer { Kernel.close(descriptor) }
    guard let bytes = try? Kernel.readAll(descriptor, limit: Self.largest),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw .configuration(line: 0) }
    self = try Configuration(text: text)
  }

  init(text: String) throws(Fault) {
    var values: [String: String] = [:]
    // By scalars: a carriage return and line feed are one Character.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let trimmed = Self.trimmed(line)
      guard !trimmed.isEmpty, trimmed.first != "#" else { continue }
      guard let (key, value) = Self.pair(trimmed), Self.keys.contains(key), !value.isEmpty,
        values.updateValue(value, forKey: key) == nil
      else { throw .configuration(line: index + 1) }
    }
    self.values = values
  }

  private static func pair(_ line: String.UnicodeScalarView.SubSequence) -> (String, String)? {
    guard let equals = line.firstIndex(of: "=") else { return nil }
    return (
      String(trimmed(line[..<equals])), String(trimmed(line[line.index(after: equals)...]))
    )
  }

  private static func trimmed(
    _ text: String.UnicodeScalarView.SubSequence
  ) -> String.UnicodeScalarView.SubSequence {
    var text = text
    while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
    while let last = text.last, last.properties.isWhitespace { text.removeLast() }
    return text
  }
}

extension Fault {
  /// The configuration file is wrong in that line; 0 for the file as a whole.
  static func configuration(line: Int) -> Fault {
    Fault(.configuration, details: [.init("line", .integer(line))]) {
      $0.configurationWrong(line: line)
    }
  }
}
