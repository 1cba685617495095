/// A stay that somebody asked to lengthen.
public struct StayAsk: Hashable, Sendable {
  public let until: CalendarDay
  public let approver: String
  /// The entry that asks.
  public let entry: Int
}
