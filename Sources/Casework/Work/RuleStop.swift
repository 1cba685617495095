public import Vault

/// Why a rule of the work stopped an act, and what would make it right. Codes and names of the rule book
/// only, never a value.
public struct RuleStop: Hashable, Sendable {
  public let reason: StopReason
  /// What the entry of the refusal says.
  public let obstacle: CaseObstacle
  /// The rule, by its name in both languages; nil where no single row of the book is it.
  public let label: RuleLabel?
  public let citation: Citation?
  /// Fields, codes or roles that the sentence names: what is missing, or what would be allowed.
  public let names: [StopName]
  /// Whether what was brought from another office is refused: what would make it right is theirs to do.
  public internal(set) var isFromOutside = false
  /// The entry of the refusal; nil until it is written.
  public internal(set) var entry: Int?

  init(
    _ reason: StopReason, _ obstacle: CaseObstacle = .state, label: RuleLabel? = nil,
    _ citation: Citation? = nil, names: [StopName] = []
  ) {
    (self.reason, self.obstacle, self.label) = (reason, obstacle, label)
    (self.citation, self.names) = (citation, names)
  }
}
