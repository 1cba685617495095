/// A row of a register and whom it is likely to be.
public struct LikelyRow: Equatable, Sendable {
  /// The line on which the row begins, the header being line 1.
  public let line: Int
  public let other: Other
  public let reasons: [MatchReason]

  public enum Other: Equatable, Sendable {
    /// A row above.
    case row(line: Int)
    /// A file of the vault.
    case file(FoundPerson)
    /// One of those files that were not told any more.
    case untold
  }
}
