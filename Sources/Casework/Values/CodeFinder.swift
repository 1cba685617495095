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
    /// What it is called, without accents: in both languages, a place without what kind of place it is as well.
    let folded: Set<String>
  }

  /// Of two with the same code the later one says what it is called today.
  private let known: [Known]

  /// A name is told from others by its first syllables (``PersonName``); longer ones are held against each other as
  /// they were typed.
  private static let mostSyllables = 12

  public init(_ choices: [Choice]) {
    known = choices.map { choice in
      let names = [choice.label.vietnamese, choice.label.english]
      let all = names.flatMap { name in [name] + Self.shortNames(of: name) }
      return Known(choice: choice, folded: Set(all.map { PersonName($0).fold }))
    }
  }

  /// - Returns: nil where nothing is called so, or more than one thing.
  public func code(for typed: String) -> String? {
    if known.contains(where: { $0.choice.code == typed }) { return typed }
    let lowered = typed.lowercased()
    let alike = Set(known.map(\.choice.code).filter { $0.lowercased() == lowered })
    if alike.count == 1 { return alike.first }
    let name = PersonName(typed)
    guard !name.isEmpty, name.syllables.count < Self.mostSyllables else { return nil }
    let found = known.filter { $0.folded.contains(name.fold) }.map(\.choice)
    let codes = Set(found.map(\.code))
    if codes.count == 1 { return codes.first }
    // *Hoà* and *Hoa*: whoever typed the accents told them apart.
    let exact = Set(found.filter { $0.isCalled(name.exact) }.map(\.code))
    return exact.count == 1 ? exact.first : nil
  }

  /// Those that have what was typed in their names, each once, in the order of the list.
  public func like(_ typed: String, most: Int) -> [Choice] {
    let name = PersonName(typed)
    guard !name.isEmpty else { return [] }
    var found: [Choice] = []
    for known in known where known.folded.contains(where: { $0.contains(name.fold) }) {
      found.removeAll { $0.code == known.choice.code }
      found.append(known.choice)
    }
    return Array(found.prefix(most))
  }

  // MARK: Places

  /// *Thành phố Hà Nội* is called *Hà Nội* as well (Law 72/2025 on local government has the kinds).
  private static func shortNames(of name: String) -> [String] {
    for kind in kindsBefore where name.hasPrefix(kind) {
      return [String(name.dropFirst(kind.count))]
    }
    for kind in kindsBehind where name.hasSuffix(kind) {
      return [String(name.dropLast(kind.count))]
    }
    return []
  }

  private static let kindsBefore = ["Thành phố ", "Tỉnh ", "Phường ", "Xã ", "Đặc khu "]
  private static let kindsBehind = [
    " City", " Province", " Ward", " Commune", " Special Administrative Region",
  ]
}

extension CodeFinder.Choice {
  /// Whether a name is this one's with all its accents.
  fileprivate func isCalled(_ exact: String) -> Bool {
    [label.vietnamese, label.english].contains { PersonName($0).exact == exact }
  }
}
