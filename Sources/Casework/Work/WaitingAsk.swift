public import Vault

/// Something in a case that waits for a second person.
public struct WaitingAsk: Hashable, Sendable {
  public let ask: PendingAsk
  public let caseCode: String
  public internal(set) var askerHandle: String?
  /// Whether this member asked it, and so may not answer.
  public let isOwn: Bool
  /// What its code is called, where a list of the rule book has it.
  public let label: RuleLabel?
  /// Where the file stands: one status can be reached by steps of different articles.
  let status: String?
  let id: CaseID
}
