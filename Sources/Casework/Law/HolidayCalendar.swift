/// Which days are worked: Monday to Friday but for the days off, and the Saturdays worked in exchange.
public struct HolidayCalendar: Hashable, Sendable {
  public let holidays: [Holiday]
  private let daysOff: Set<CalendarDay>
  private let workedDays: Set<CalendarDay>
  private let yearly: Set<Int>
  /// Years of which somebody entered dated days off; of others only the fixed ones are known.
  private let years: Set<Int>

  init(_ holidays: [Holiday]) throws(CaseworkError) {
    self.holidays = holidays
    var (off, worked, yearly, years) = (
      Set<CalendarDay>(), Set<CalendarDay>(), Set<Int>(), Set<Int>()
    )
    for holiday in holidays {
      switch holiday.days {
      case .everyYear(let month, let day): yearly.insert(month * 100 + day)
      case .once(let range):
        if !holiday.isWorked { years.formUnion([range.lowerBound.year, range.upperBound.year]) }
        for number in range.lowerBound.number...range.upperBound.number {
          let day = CalendarDay(number: number)
          if holiday.isWorked { worked.insert(day) } else { off.insert(day) }
        }
      }
    }
    if let both = off.intersection(worked).min() {
      throw .rules(RuleFault(.holidays, line: nil, .duplicate(both.text)))
    }
    (daysOff, workedDays, self.yearly, self.years) = (off, worked, yearly, years)
  }

  /// Whether the yearly decision on the days off was entered.
  public func isKnown(_ year: Int) -> Bool { years.contains(year) }

  var knownYears: [Int] { years.sorted() }

  /// Whether a row makes it a day off, weekend or not.
  func isOff(_ day: CalendarDay) -> Bool {
    daysOff.contains(day) || yearly.contains(day.month * 100 + day.day)
  }

  public func isWorkingDay(_ day: CalendarDay) -> Bool {
    if workedDays.contains(day) { return true }
    if daysOff.contains(day) || yearly.contains(day.month * 100 + day.day) { return false }
    return day.weekday <= 5
  }

  /// The day itself where it is worked, else the next that is.
  func firstWorkingDay(from day: CalendarDay) -> (day: CalendarDay, isKnown: Bool) {
    var (current, isKnown) = (day, isKnown(day.year))
    while !isWorkingDay(current) {
      current = current.adding(days: 1)
      isKnown = isKnown && self.isKnown(current.year)
    }
    return (current, isKnown)
  }

  /// The end of a limit of so many working days; the day of the event is not one of them.
  func workingDay(number: Int, after day: CalendarDay) -> Deadline {
    var (current, isKnown, left) = (day, true, number)
    while left > 0 {
      let next = firstWorkingDay(from: current.adding(days: 1))
      (current, isKnown, left) = (next.day, isKnown && next.isKnown, left - 1)
    }
    return Deadline(last: current, moved: current, isCalendarKnown: isKnown)
  }
}
