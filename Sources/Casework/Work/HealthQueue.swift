/// The people whose health check on reception is still to come, soonest first.
public struct HealthQueue: Equatable, Sendable {
  public let lines: [HealthLine]
  /// Cases whose row did not open although the log is sound; each is an entry of its own.
  public let unopened: Int
  /// The entry of the log that says that somebody looked.
  public let entry: Int
}
