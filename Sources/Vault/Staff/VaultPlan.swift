/// What a new vault is to be.
public struct VaultPlan: Sendable {
  public var path: String
  /// The directory of this account's pins, outside the vault.
  public var pins: String
  /// Handle of the first admin, who makes the vault.
  public var admin: String
  /// Handle of the first lead, whom root invites.
  public var firstLead: String
  /// Lowest permitted cost of stretching for everyone: small machines and tests.
  public var isLowCost: Bool
  public var fields: FieldTable
  public var rules: [RuleFile]

  public init(
    path: String, pins: String, admin: String, firstLead: String, isLowCost: Bool,
    fields: FieldTable, rules: [RuleFile]
  ) {
    self.path = path
    self.pins = pins
    self.admin = admin
    self.firstLead = firstLead
    self.isLowCost = isLowCost
    self.fields = fields
    self.rules = rules
  }
}
