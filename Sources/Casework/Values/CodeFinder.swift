/// Which code somebody means by what they typed at a question: its name in either language, with accents or without,
/// or the code in another case. For people alone: a file has the codes themselves.
public struct CodeFinder {
  /// What may be chosen.
  public struct Choice: Hashable, Sendable {
    public let code: String
    public let label: Label

    public init(_ code: String, _ label: Label) { (self.code, self.label) = (code, label) }
  }

  private struct Known {
    let choice: Choice
    /// What it is called in the language of whoever asks, and in the other; a place without what kind of place it is as
    /// well.
    let own: [PersonName]
    let other: [PersonName]
  }

  private let known: [Known]

  /// A name is told from others by its first syllables (``PersonName``); nothing longer is taken for one.
  private static let mostSyllables = 12

  /// - Parameter isVietnamese: the language of whoever asks: what is called so in it goes before the other.
  public init(_ choices: [Choice], inVietnamese isVietnamese: Bool) {
    known = choices.map { choice in
      let names = [choice.label.vietnamese, choice.label.english].map { name in
        ([name] + Self.shortNames(of: name)).map { PersonName($0) }
      }
      return Known(
        choice: choice, own: names[isVietnamese ? 0 : 1], other: names[isVietnamese ? 1 : 0])
    }
  }

  /// - Returns: nil where nothing is called so, or more than one thing.
  public func code(for typed: String) -> String? {
    if known.contains(where: { $0.choice.code == typed }) { return typed }
    let lowered = typed.lowercased()
    let alike = Set(known.map(\.choice.code).filter { $0.lowercased() == lowered })
    if alike.count == 1 { return alike.first }
    let names = ([typed] + Self.shortNames(of: typed)).map { PersonName($0) }
      .filter { !$0.isEmpty && $0.syllables.count < Self.mostSyllables }
    if let code = only(names, \.own) { return code }
    // *thái* is not Thai, as long as there is something that is called Thái here.
    return like(typed, most: 1, \.own).isEmpty ? only(names, \.other) : nil
  }

  /// The one thing that has one of these names: with the accents that were typed, or where none was, without.
  private func only(_ names: [PersonName], _ called: (Known) -> [PersonName]) -> String? {
    for name in names {
      let isPlain = name.exact == name.fold
      let codes = Set(
        known.filter { known in
          called(known).contains { isPlain ? $0.fold == name.fold : $0.exact == name.exact }
        }.map(\.choice.code))
      if codes.count == 1 { return codes.first }
    }
    return nil
  }

  /// Those that have what was typed in their names, each once, in the order of the list.
  public func like(_ typed: String, most: Int) -> [Choice] {
    let own = like(typed, most: most, \.own)
    return own.isEmpty ? like(typed, most: most, \.other) : own
  }

  private func like(
    _ typed: String, most: Int, _ called: (Known) -> [PersonName]
  ) -> [Choice] {
    let names = ([typed] + Self.shortNames(of: typed)).map { PersonName($0).fold }
      .filter { !$0.isEmpty }
    let found = known.filter { known in
      called(known).contains { name in names.contains { name.fold.contains($0) } }
    }
    return Array(found.map(\.choice).prefix(most))
  }

  // MARK: Short names

  /// *Thành phố Hà Nội* is called *Hà Nội* as well (Law 72/2025 on local government has the kinds), and nobody types the
  /// article that stands behind a name: *Tự đến trình báo (Điều 27)*.
  private static func shortNames(of name: String) -> [String] {
    if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex {
      return [String(name[..<open])]
    }
    for kind in kindsBefore where name.hasPrefix(kind) {
      return [String(name.dropFirst(kind.count))]
    }
    for kind in kindsBehind where name.hasSuffix(kind) {
      return [String(name.dropLast(kind.count))]
    }
    return []
  }

  private static let kindsBefore = [
    "Thành phố ", "Tỉnh ", "Phường ", "Xã ", "Đặc khu ", "TP. ", "TP ", "TP.",
  ]
  private static let kindsBehind = [
    " City", " Province", " Ward", " Commune", " Special Administrative Region",
  ]
}
