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

/// Something that a refusal names: a code for programs, and what people call it.
public enum StopName: Hashable, Sendable {
  /// A field, by its name in the book.
  case field(FieldDefinition)
  /// A code of a list, with its label.
  case code(String, RuleLabel)
  case role(Role)
  /// What no field shows (`@no_open_clock`).
  case condition(RuleCondition.Special)
  /// A clock that still runs.
  case clock(ClockRule)
}

/// The reasons, each with its sentences in both languages.
public enum StopReason: String, CaseIterable, Hashable, Sendable {
  /// The table has no such step.
  case noStep = "no_step"
  /// The file is in that status already.
  case sameStatus = "same_status"
  /// Something has to be recorded first.
  case missing
  /// Another role takes this step.
  case otherRole = "other_role"
  /// Only who answers for the file may ask for this.
  case notOwner = "not_owner"
  /// Who asked may not answer.
  case ownWork = "own_work"
}
