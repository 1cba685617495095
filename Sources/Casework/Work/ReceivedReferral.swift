public import Vault

/// A referral of another office that was taken in: a new file, which begins as a report.
public struct ReceivedReferral: Sendable {
  public let code: String
  public let record: RecordID
  public let entry: Int
  /// The day on which the reply is due, as it was sent.
  public let due: CalendarDay?
  /// Cases here that came from the same case of the same office, linked.
  public internal(set) var earlier: [String] = []
}
