import Testing

@testable import Casework

@Suite struct CalendarDayTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDay {
    try #require(CalendarDay(year: year, month: month, day: day))
  }

  @Test func countsFromTheEpoch() throws {
    #expect(try day(1970, 1, 1).number == 0)
    #expect(try day(1969, 12, 31).number == -1)
    #expect(try day(2000, 3, 1).number == 11_017)
    #expect(try day(2026, 11, 22).number == 20_779)
    #expect(try day(1800, 1, 1).number == -62_091)
  }

  @Test func everyDayOfFourCenturiesComesBack() throws {
    var number = try day(1800, 1, 1).number
    for year in CalendarDay.years {
      for month in 1...12 {
        for date in 1...CalendarDay.length(ofMonth: month, in: year) {
          let day = try day(year, month, date)
          #expect(day.number == number && CalendarDay(number: number) == day)
          number += 1
        }
      }
    }
  }

  @Test func refusesDaysThatDoNotExist() {
    #expect(CalendarDay(year: 2025, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 2025, month: 13, day: 1) == nil)
    #expect(CalendarDay(year: 2025, month: 0, day: 1) == nil)
    #expect(CalendarDay(year: 2025, month: 4, day: 31) == nil)
    #expect(CalendarDay(year: 2025, month: 4, day: 0) == nil)
    #expect(CalendarDay(year: 1799, month: 12, day: 31) == nil)
    #expect(CalendarDay(year: 2200, month: 1, day: 1) == nil)
  }

  @Test func knowsTheWeekday() throws {
    #expect(try day(1970, 1, 1).weekday == 4, "a Thursday")
    #expect(try day(2026, 11, 22).weekday == 7, "a Sunday")
    #expect(try day(2025, 6, 30).weekday == 1, "a Monday")
    #expect(try day(1969, 12, 28).weekday == 7, "before the epoch too")
  }

  @Test func monthsEndOnTheCorrespondingDay() throws {
    // Civil Code Art. 148(3): 02 tháng from 31 December ends on the last of February.
    #expect(try day(2025, 12, 31).adding(months: 2) == day(2026, 2, 28))
    #expect(try day(2023, 12, 31).adding(months: 2) == day(2024, 2, 29))
    #expect(try day(2025, 7, 15).adding(months: 4) == day(2025, 11, 15))
    #expect(try day(2025, 10, 31).adding(months: 4) == day(2026, 2, 28))
    #expect(try day(2026, 3, 31).adding(months: -1) == day(2026, 2, 28))
    #expect(try day(2025, 12, 1).adding(months: 12) == day(2026, 12, 1))
  }

  @Test func addsDaysAcrossYears() throws {
    #expect(try day(2025, 12, 20).adding(days: 20) == day(2026, 1, 9))
    #expect(try day(2024, 2, 28).adding(days: 1) == day(2024, 2, 29))
    #expect(try day(2024, 1, 1) < day(2024, 1, 2))
    #expect(try day(2024, 1, 5).text == "2024-01-05")
  }
}
