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
