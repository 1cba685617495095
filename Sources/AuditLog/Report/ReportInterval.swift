/// Entries between two outside witnesses: written after the one, and there when the other was given.
///
/// A token or cosignature over a log of n entries shows that the entries below n were there; an entry
/// that holds its hash shows that it and all after it were written later. What lies between cannot have
/// been dated beyond either (design, "Time").
public struct ReportInterval: Hashable, Sendable {
  /// A receipt: what came from outside, and the entry that holds its hash.
  public struct Receipt: Hashable, Sendable {
    /// Whether it states a time (a time-stamp) or only that the log was seen (a cosignature).
    public let isTimeStamp: Bool
    /// The entry, and its time as its author claims it.
    public let seq: Int
    public let t: Int
    /// The last entry of the log that was seen.
    public let ref: Int
  }

  /// The entries.
  public let first: Int
  public let last: Int
  /// They were written after this one; nil at the beginning of the log.
  public let after: Receipt?
  /// They were there before this one; nil for the tail that nothing outside holds.
  public let before: Receipt?
}
