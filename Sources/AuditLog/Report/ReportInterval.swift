/// Entries between two outside times: written after the one, and there at the other.
///
/// A token or cosignature over a log of n entries shows that the entries below n were there at its time;
/// an entry that holds its hash shows that it and all after it were written later. What lies between
/// cannot have been dated beyond either (design, "Time").
public struct ReportInterval: Hashable, Sendable {
  /// A receipt: what came from outside, and the entry that holds its hash.
  public struct Receipt: Hashable, Sendable {
    /// Whether it is an authority's time-stamp or a witness's cosignature.
    public let isTimeStamp: Bool
    /// The entry.
    public let seq: Int
    /// The last entry of the log that was seen.
    public let ref: Int
    /// When it was made: UTC milliseconds out of the token or the witness's line, never those that the
    /// entry claims.
    public let time: Int
  }

  /// The entries.
  public let first: Int
  public let last: Int
  /// They were written after this one; nil where nothing from outside was held by then.
  public let after: Receipt?
  /// They were there when this one was made; nil for the tail that nothing outside holds.
  public let before: Receipt?

  /// Whether they would have to be older than what they hold the hash of: then one of the two clocks
  /// outside is wrong. A witness counts whole seconds, and some authorities do.
  public var isContradictory: Bool {
    guard let after, let before else { return false }
    return after.time - before.time >= 1_000
  }
}
