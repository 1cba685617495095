import Vault

/// A row of `bases.csv`: on a provision, or on a consent, something may be given by one act, to some
/// colleagues, of some files, for some purposes. Several rows of one basis and act are several ways.
public struct BasisRule: Hashable, Sendable {
  /// How something leaves a file.
  public enum Act: String, CaseIterable, Hashable, Sendable {
    case share
    case referral
    /// The whole file, to another office's vault.
    case transfer
  }

  /// In the place of a provision's code.
  static let consent = "consent"

  /// A code of `release_provision`, or `consent`.
  public let basis: String
  public let act: Act
  /// Of a colleague who receives it; nil for anybody. Who is outside shows no role.
  let roles: RoleSet?
  /// The files that it is for.
  let condition: RuleCondition
  /// Codes of `release_purpose`; empty for any.
  let purposes: [String]
  let label: Label
  let citation: Citation
  let validity: Validity
  let line: Int

  init(_ row: RuleRow) throws(CaseworkError) {
    basis = try row.text("basis")
    act = try row.choice("act", Act.init(rawValue:))
    roles = row.optional("to") == nil ? nil : try row.roles("to")
    condition = try row.condition("when")
    let cell = row.cell("purposes")
    purposes = cell.split(separator: ";").map { String($0) }
    // No piece of it empty, and nothing twice: one list, one way to write it.
    guard purposes.joined(separator: ";") == cell, Set(purposes).count == purposes.count else {
      throw row.fault(.badCell(column: "purposes"))
    }
    label = try row.label()
    citation = try row.citation("citation")
    validity = try row.validity()
    line = row.line
  }
}
