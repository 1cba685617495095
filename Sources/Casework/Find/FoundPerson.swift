public import Vault

/// One file that was found: its code for whoever may read it; for the others, that there is one and whom to
/// ask.
public struct FoundPerson: Equatable, Sendable {
  public let id: CaseID
  /// As it is shown; nil where the member may not read the case.
  public let code: String?
  public let owner: String?
  public internal(set) var reasons: [MatchReason] = []
  /// Whether it is likely to be the same person.
  public internal(set) var isLikely = false
  /// What stands in the files is not what the log says.
  public let isAltered: Bool
}
