public import Vault

/// A clock that runs, or ran, in one file.
public struct CaseClock: Hashable, Sendable {
  /// How a clock stands at a moment.
  public enum Standing: Int, Comparable, Hashable, Sendable {
    case overdue
    /// To be done on the spot, on a day before this one, and not late yet (`patience`).
    case atOnce
    case dueToday
    /// Within the days of warning.
    case soon
    case running
    /// It runs, and no source at hand says until when.
    case limitUnknown
    case metLate
    case met

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Whether it still runs.
    public var isOpen: Bool { self != .met && self != .metLate }
  }

  /// The rule that holds: of an extended limit the last extension.
  public let rule: ClockRule
  /// The rules that it replaces, the first one first.
  public let extended: [ClockRule]
  /// The record that it belongs to, where a file can have several.
  public let record: RecordID?
  public let start: Moment
  /// Nil where no length is known.
  public let deadline: Deadline?
  /// Whether what it waits for has happened, and when, as far as a date says so.
  public let end: End?

  /// What ended it.
  public struct End: Hashable, Sendable {
    /// Nil where the file shows that it happened, not when.
    public let at: Moment?
  }

  /// How it stands.
  public func standing(at now: Moment) -> Standing {
    if let end {
      guard let at = end.at, let deadline else { return .met }
      // On the spot cannot be shown to the minute by a date on a paper.
      if rule.limit.unit == .atOnce { return isOnTheSpot(at) ? .met : .metLate }
      return at <= deadline.end ? .met : .metLate
    }
    guard let deadline else { return .limitUnknown }
    return ClockPace(rule).standing(
      since: start, until: deadline.end,
      (last: deadline.lastDay.number, moved: deadline.movedDay.number), at: now,
      on: now.dayNumberInVietnam)
  }

  /// "At once" has no number. The project warns after a day (casework, "States, guards, clocks") and
  /// never sooner, so that a paper dated to the day is not called late for its hour.
  static let patience: Int64 = 24 * 3600

  private func isOnTheSpot(_ end: Moment) -> Bool {
    end.seconds - start.seconds <= Self.patience || end.dayInVietnam <= start.dayInVietnam
  }

  /// The day of the limit, from 1, and how many days it has: day 87 of 120 of a stay. Nil where the
  /// limit is not counted in days. The day of the event is day 0 (Civil Code Art. 147(3)).
  public func day(at now: Moment) -> (number: Int, of: Int)? {
    guard rule.limit.unit == .day, let amount = rule.limit.amount else { return nil }
    return (now.dayInVietnam.number - start.dayInVietnam.number, amount)
  }
}
