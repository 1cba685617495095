/// A rule book that could be adopted: complete, without contradiction, and never backwards.
public struct RuleDraft: Sendable {
  public let book: RuleBook
  /// What it would change, table by table.
  public let changes: [RuleChange]
}
