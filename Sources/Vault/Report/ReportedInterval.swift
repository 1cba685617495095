/// Entries between two outside witnesses.
public struct ReportedInterval: Hashable, Sendable {
  /// The entry that holds what came from outside, and its time as its author claims it.
  public struct Receipt: Hashable, Sendable {
    public let isTimeStamp: Bool
    public let entry: Int
    public let time: Int
  }

  public let first: Int
  public let last: Int
  public let after: Receipt?
  public let before: Receipt?
}
