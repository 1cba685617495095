/// The state of the log as `log status` shows it, with its limits.
public struct LogStatus: Sendable {
  public let size: Int
  /// UTC milliseconds of the newest entry.
  public let newest: Int
  /// The signed checkpoint, as others can keep it.
  public let checkpoint: String
  /// Entries after the newest outside anchor.
  public let tail: UnanchoredTail
  /// The log's vkey now: what a witness is told.
  public let logKey: String
  public let entry: Int
  /// The newest head that each witness signed, by name.
  public let cosigned: [CosignedHead]
  /// The newest head that an authority stamped.
  public let stamped: StampedHead?
  /// How many time-stamps there are, and the longest time between one and the next (milliseconds): so
  /// closely the time of an entry between two of them is known.
  public let stamps: Int
  public let interval: Int?
  /// Receipts whose row is gone, altered, or nobody's: what they state holds nothing any more.
  public let findings: [LogFinding]
  /// Times from outside that the entries beside them contradict.
  public let contradicted: [ContradictedTime]
}
