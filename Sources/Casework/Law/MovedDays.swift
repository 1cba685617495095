/// To which day a last day moves (Civil Code 91/2015/QH13 Art. 148(5)), by the days off as they are known now.
///
/// The days off of a year are decided each year, and a limit that ends in it may run long before. That they become
/// known is no change of a rule: the limit was always one that moves off the days off (Labour Code 45/2019 Art.
/// 112(3)). So a list counts anew where a limit ends in a year that is known, whatever was known when it was written
/// down; of another year what was written down stands.
struct MovedDays: Sendable {
  /// The first day of the first known year, in days since 1970, and from it on how far each day moves.
  private let first: Int
  private let steps: [UInt8]
  private let calendar: HolidayCalendar

  init(_ calendar: HolidayCalendar) {
    self.calendar = calendar
    guard let known = calendar.knownDays else {
      (first, steps) = (0, [])
      return
    }
    first = known.lowerBound
    steps = known.map { number in
      let day = CalendarDay(number: number)
      guard calendar.isKnown(day.year) else { return Self.unknown }
      return UInt8(clamping: calendar.firstWorkingDay(from: day).day.number - number)
    }
  }

  private static let unknown = UInt8.max

  /// The clock with the end that its last day has now; of a limit in working days they are counted again.
  func moved(_ item: DueItem, _ rule: SharedRule?) -> DueItem {
    guard let rule, let last = item.lastDayNumber, steps.indices.contains(last - first),
      steps[last - first] != Self.unknown
    else { return item }
    switch rule.pace.unit {
    case .atOnce, .hour, .unknown: return item
    // That day and no other was decided on (`ClockTable`).
    case .none where rule.rule.isSetDay:
      return item.ending(on: last, at: Moment(endOfDay: last))
    case .day, .month, .year, .none:
      return item.ending(on: last, at: Moment(endOfDay: last + Int(steps[last - first])))
    case .workingDay:
      // The row by which it was written down, whatever holds today: the item names it, and rows stay as they are.
      guard let deadline = rule.rule.limit.deadline(from: item.start, calendar) else { return item }
      return item.ending(on: deadline.lastDay.number, at: deadline.end)
    }
  }
}

extension HolidayCalendar {
  /// From the first day to the last of the years whose days off were entered.
  fileprivate var knownDays: ClosedRange<Int>? {
    let years = knownYears
    guard let first = years.first, let last = years.last,
      let from = (try? PartialDate(String(first)))?.earliest,
      let to = (try? PartialDate(String(last)))?.latest
    else { return nil }
    return from.number...to.number
  }
}
