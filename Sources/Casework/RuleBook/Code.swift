/// One code of a closed list.
public struct Code: Hashable, Sendable {
  /// Stored and exchanged; never translated, never reused for something else.
  public let code: String
  public let label: Label
  public let citation: Citation
  /// Place in the list as people are shown it.
  let sort: Int

  init(_ row: RuleRow) throws(CaseworkError) {
    code = try row.text("code")
    label = try row.label()
    citation = try row.citation("source", mayBeEmpty: true)
    sort = try row.number("sort", as: Int.self)
    // A semicolon separates codes in a register, a bracket begins a state there.
    if code.utf8.contains(UInt8(ascii: ";")) || code.hasPrefix("[") {
      throw row.fault(.badCell(column: "code"))
    }
  }
}
