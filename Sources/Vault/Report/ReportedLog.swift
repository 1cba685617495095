/// What the log tells of how the vault was used: codes, pseudonyms and numbers. Only the Vault makes
/// one, after its entry is committed.
public struct ReportedLog: Sendable {
  public let scope: ReportScope
  /// The entry that says that the log was read.
  public let entry: Int
  /// How many entries were read.
  public let size: Int
  /// The signed head that what was read was held against, text alone.
  public let checkpoint: String
  /// How many entries of the period, and the times of the first and the last of them.
  public let entries: Int
  /// How many of them state a time outside of the period.
  public let untimely: Int
  public let from: Int?
  public let to: Int?
  public let findings: [ReportedFinding]
  /// How many findings there are of each kind, also of those that are not listed.
  public let counts: [String: Int]
  public let totals: [ReportedTotal]
  public let takings: [ReportedTaking]
  public let intervals: [ReportedInterval]
  /// The entries that nothing outside the vault has seen.
  public let tail: UnanchoredTail
  /// Entries of receipts whose token or line is not kept here any more, or does not hold: they bound
  /// nothing.
  public let uncheckedReceipts: [Int]
  /// Times from outside that the entries beside them contradict.
  public let contradicted: [ContradictedTime]
  /// What was taken to be out of the ordinary.
  public let rules: ReportedRules
  let withHandles: Bool
}
