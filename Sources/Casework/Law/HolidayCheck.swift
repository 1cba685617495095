/// Holds a proposed calendar against the public holidays of the law: each is a day off, and a Saturday that is worked in
/// exchange is never one of them. A limit that ends with such a day would end too soon (Civil Code 91/2015/QH13
/// Art. 148(5)).
///
/// Like `CoverageCheck` it is asked of what is proposed.
struct HolidayCheck {
  private let calendar: HolidayCalendar
  /// What is over is over: no row can be added for it any more.
  private let today: CalendarDay

  init(_ book: RuleBook, today: CalendarDay) { (calendar, self.today) = (book.calendar, today) }

  func run() throws(CaseworkError) {
    for row in calendar.holidays where row.isWorked {
      if let day = days(of: row).first(where: { $0 >= today && PublicHolidays.contains($0) }) {
        throw .rules(RuleFault(.holidays, line: row.line, .publicHolidayWorked(on: day)))
      }
    }
    // Of a year that nobody decided yet the lunar days are not known to the calendar; the fixed ones are, each year.
    for number in today.number...today.adding(months: 12).number {
      let day = CalendarDay(number: number)
      guard PublicHolidays.fixed.contains(day.month * 100 + day.day), !calendar.isOff(day) else {
        continue
      }
      throw .rules(RuleFault(.holidays, line: nil, .publicHolidayMissing(on: day)))
    }
  }

  private func days(of row: Holiday) -> [CalendarDay] {
    switch row.days {
    case .once(let range):
      (range.lowerBound.number...range.upperBound.number).map { CalendarDay(number: $0) }
    case .everyYear(let month, let day):
      (0...12).map { today.adding(months: $0) }.filter { $0.month == month }
        .compactMap { try? PartialDate(Self.text($0.year, month, day)).exactDay }
    }
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
