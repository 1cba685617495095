/// A closed list of codes, in the order in which people are shown it.
public struct CodeList: Hashable, Sendable {
  public let name: String
  public let codes: [Code]
  private let byCode: [String: Int]

  init(name: String, codes: [Code]) {
    self.name = name
    self.codes = codes.sorted { $0.sort < $1.sort }
    byCode = Dictionary(
      self.codes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The code a person typed, in the list's own spelling. Canonically equivalent Unicode is the same
  /// code (`Mông` in either normal form).
  ///
  /// The point letter đ of Article 37 is stored as `dd`, so that codes of the law stay ASCII in
  /// file names and columns; it may be typed as it is printed.
  public subscript(typed: String) -> Code? {
    let index = byCode[typed] ?? (typed == "đ" ? byCode["dd"] : nil)
    return index.map { codes[$0] }
  }

  /// Whether every code was checked against its source.
  public var isVerified: Bool { codes.allSatisfy { $0.citation.isVerified } }

  /// Whether the project made the list itself; it is then complete by definition.
  var isProjectChoice: Bool { codes.allSatisfy { $0.citation.isProjectChoice } }

  var hasOther: Bool { byCode["other"] != nil || byCode["Other"] != nil }
}
