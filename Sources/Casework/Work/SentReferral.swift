/// A referral that was sent.
public struct SentReferral: Hashable, Sendable {
  public let entry: Int
  /// Who received it.
  public let handle: String
  /// The day on which the reply is due.
  public let due: CalendarDay
  /// The last day on which the copies can be read.
  public let lastDay: CalendarDay
  /// Whether the receiver reads none of it before they are assigned to the case.
  public let awaitsAssignment: Bool
}
