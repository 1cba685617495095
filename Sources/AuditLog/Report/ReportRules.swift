/// What a report takes to be out of the ordinary. Nothing here is law: they are the choices of this
/// project, and a report states the ones that it was made with.
public struct ReportRules: Hashable, Sendable {
  /// Minutes east of UTC of the office's clock: Asia/Ho_Chi_Minh, which keeps one offset all year.
  public var offset = 7 * 60
  /// Hours of the day in which an office is at work; what lies outside is night.
  public var hours = 7..<18
  /// How many refusals of one person make a series, each within the gap of the one before.
  public var denials = 3
  /// Milliseconds between two refusals that still belong together.
  public var gap = 15 * 60_000
  /// How many different cases, looked at within an hour, make a bulk read.
  public var bulk = 20
  /// How many questions of one person about who has a file make a series, each within the gap of the one before.
  public var searches = 10
  /// How often somebody may look at a case on which nobody else ever acted.
  public var alone = 10
  /// Days after which a member with a role who signed nothing has gone silent.
  public var silence = 30
  /// Days between two entries that are told as a jump of the clock.
  public var jump = 7
  /// Minutes for which an emergency access lasts, and days in which it is to be reviewed.
  public var emergency = 60
  public var review = 3
  /// How many findings of one kind are kept; of the rest only their number is. A report of a log of any
  /// length then needs little memory.
  public var kept = 500

  /// The choices of this project.
  public init() {}

  static let hour = 3_600_000
  static let day = 24 * hour

  /// The day of the office's clock, as days since 1 January 1970.
  func localDay(_ t: Int) -> Int { (t + offset * 60_000) / Self.day }

  /// Whether somebody who acts at a time acts at night, on a Saturday or on a Sunday.
  public func isOffHours(_ t: Int) -> Bool {
    // 1 January 1970 was a Thursday; the remainder 2 is a Saturday.
    let weekday = localDay(t) % 7
    let hour = (t + offset * 60_000) % Self.day / Self.hour
    return weekday == 2 || weekday == 3 || !hours.contains(hour)
  }
}
