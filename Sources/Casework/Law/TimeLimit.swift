/// How long a provision gives, in the unit in which it gives it. Days are not hours and months are
/// not thirty days: each is counted as the Civil Code counts it (91/2015/QH13 Art. 145 to 148).
public struct TimeLimit: Hashable, Sendable {
  /// In what a limit is counted.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    /// "ngay": no number; what is not done on the spot is late.
    case atOnce = "at_once"
    case hour
    case day
    case workingDay = "working_day"
    case month
    case year
    /// There is a limit whose length no source at hand tells.
    case unknown
    /// No length of its own: a date that somebody decided is the limit.
    case none

    var hasAmount: Bool { ![.atOnce, .unknown, .none].contains(self) }
  }

  /// Above zero; nil for the units that have none.
  public let amount: Int?
  public let unit: Unit

  public init(amount: Int?, unit: Unit) {
    precondition((amount != nil) == unit.hasAmount, "an amount without a unit, or the reverse")
    self.amount = amount
    self.unit = unit
  }

  /// When the limit ends that begins with an event at `start`. Nil where no length is known.
  ///
  /// The day of the event is not counted (Art. 147(3)); the limit ends with its last day, at 24:00
  /// (148(1), 148(6)); a last day on a weekend or holiday moves to the next working day (148(5)).
  /// Hours run from the moment (147(1)) and do not move.
  public func deadline(from start: Moment, _ calendar: HolidayCalendar) -> Deadline? {
    let day = start.dayInVietnam
    return switch unit {
    case .unknown, .none: nil
    case .atOnce: Deadline(moment: start)
    case .hour: Deadline(moment: Moment(seconds: start.seconds + Int64(amount ?? 0) * 3600))
    case .day: Deadline(last: day.adding(days: amount ?? 0), calendar)
    case .workingDay: calendar.workingDay(number: amount ?? 0, after: day)
    case .month: Deadline(last: day.adding(months: amount ?? 0), calendar)
    case .year: Deadline(last: day.adding(months: 12 * (amount ?? 0)), calendar)
    }
  }
}

extension Moment {
  /// The day of the law: that of Viet Nam, wherever the moment was written down.
  var dayInVietnam: CalendarDay { CalendarDay(number: dayNumberInVietnam) }

  /// The same in days since 1 January 1970.
  var dayNumberInVietnam: Int { Moment(seconds: seconds).dayNumber }

  /// 24:00 of a day in Viet Nam, which is 00:00 of the next.
  init(endOf day: CalendarDay) { self.init(endOfDay: day.number) }

  /// The same of a day in days since 1 January 1970.
  init(endOfDay number: Int) {
    let midnight = Int64(number + 1) * 86_400
    self.init(seconds: midnight - Int64(Moment.vietnamOffset) * 60)
  }

  init(startOf day: CalendarDay) { self.init(endOf: day.adding(days: -1)) }
}
