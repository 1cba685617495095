/// A referral that was sealed for another office's vault.
public struct SentReferralFile: Sendable {
  public let bytes: [UInt8]
  public let entry: Int
  public let office: String
  /// The day on which the reply is due.
  public let due: CalendarDay
  /// The last day on which the file may be taken in.
  public let lastDay: CalendarDay
}
