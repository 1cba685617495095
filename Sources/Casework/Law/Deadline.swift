/// The end of a limit, as both readings give it: whether the Civil Code's rule about weekends governs
/// the clocks of administration is for a lawyer to confirm, so the plain last day is kept beside it.
public struct Deadline: Hashable, Sendable {
  /// The last day as counted, weekend or not.
  public let lastDay: CalendarDay
  /// The last day after it moved off weekends and holidays; `lastDay` where it did not.
  public let movedDay: CalendarDay
  /// The moment after which it is too late.
  public let end: Moment
  /// Whether the days off of every year that was counted in are known.
  public let isCalendarKnown: Bool

  /// A limit that ends at a moment and does not move.
  init(moment: Moment) {
    end = moment
    (lastDay, movedDay) = (moment.dayInVietnam, moment.dayInVietnam)
    isCalendarKnown = true
  }

  /// A limit that ends with a day, or with the next working day.
  init(last day: CalendarDay, _ calendar: HolidayCalendar) {
    let moved = calendar.firstWorkingDay(from: day)
    self.init(last: day, moved: moved.day, isCalendarKnown: moved.isKnown)
  }

  init(last: CalendarDay, moved: CalendarDay, isCalendarKnown: Bool) {
    lastDay = last
    movedDay = moved
    end = Moment(endOf: moved)
    self.isCalendarKnown = isCalendarKnown
  }

  public var hasMoved: Bool { movedDay != lastDay }
}
