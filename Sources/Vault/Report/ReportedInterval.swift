/// Entries between two outside times.
public struct ReportedInterval: Hashable, Sendable {
  /// The entry that holds what came from outside, and when that was made, as the authority or the witness
  /// states it: UTC milliseconds.
  public struct Receipt: Hashable, Sendable {
    public let isTimeStamp: Bool
    public let entry: Int
    public let time: Int
  }

  public let first: Int
  public let last: Int
  public let after: Receipt?
  public let before: Receipt?
  /// Whether the two times cannot both be right.
  public let isContradictory: Bool
}
