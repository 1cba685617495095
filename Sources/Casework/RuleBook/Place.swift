/// A province or commune for as long as it bears its code. The reform of 2025 gave old codes to new
/// provinces, so a code means a place only together with a day.
public struct Place: Hashable, Sendable {
  /// Two digits for a province, five for a commune.
  public let code: String
  public let label: Label
  public let isCommune: Bool
  /// The code of the commune's province.
  public let parent: String?
  public let validity: Validity
  let line: Int

  init(_ row: RuleRow) throws(CaseworkError) {
    isCommune = try row.choice("kind") { $0 == "commune" ? true : $0 == "province" ? false : nil }
    let digits = isCommune ? 5 : 2
    code = try row.choice("code") { Self.isCode($0, digits: digits) ? $0 : nil }
    label = Label(vietnamese: try row.text("name_vi"), english: try row.text("name_en"))
    parent = row.optional("parent")
    validity = try row.validity()
    line = row.line
    if isCommune != (parent != nil) { throw row.fault(.badCell(column: "parent")) }
  }

  static func isCode(_ text: String, digits: Int) -> Bool {
    text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
