import AuditLog

/// What a report took to be out of the ordinary: it states them, because they are choices.
public struct ReportedRules: Hashable, Sendable {
  /// Hours of the day in which an office is at work, and minutes east of UTC of its clock.
  public let opens: Int
  public let closes: Int
  public let offset: Int
  /// Refusals in a series, each within so many minutes of the one before.
  public let denials: Int
  public let minutes: Int
  /// Cases within an hour.
  public let bulk: Int
  /// Looks at a case on which nobody else ever acted.
  public let alone: Int
  /// Days of silence, days of a jump of the clock, days for the review of an emergency.
  public let silence: Int
  public let jump: Int
  public let review: Int

  init(_ rules: ReportRules) {
    (opens, closes, offset) = (rules.hours.lowerBound, rules.hours.upperBound, rules.offset)
    (denials, minutes, bulk) = (rules.denials, rules.gap / 60_000, rules.bulk)
    (alone, silence, jump) = (rules.alone, rules.silence, rules.jump)
    review = rules.review
  }
}
