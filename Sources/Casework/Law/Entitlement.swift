/// A row of `entitlements.csv`: a support regime that a category of persons has, under one of the two
/// laws (Law 53/2024 Art. 37; Law 66/2011 Art. 32 for those whom Art. 63 of Law 53/2024 names).
public struct Entitlement: Hashable, Sendable {
  public let legalRegime: String
  public let category: String
  public let regime: String
  /// On what it depends, as a code; nil where it is unconditional.
  public let condition: String?
  /// The condition in words.
  public let label: Label?
  public let citation: Citation
  public let validity: Validity
  let line: Int

  init(_ row: RuleRow) throws(CaseworkError) {
    legalRegime = try row.text("legal_regime")
    category = try row.word("category")
    regime = try row.word("regime")
    condition = row.optional("condition")
    label = condition == nil ? nil : try row.label()
    if condition == nil, row.optional("label_vi") != nil || row.optional("label_en") != nil {
      throw row.fault(.badCell(column: "condition"))
    }
    citation = try row.citation("citation")
    validity = try row.validity()
    line = row.line
  }
}
