import Testing

@testable import Casework

/// How limits are counted: Civil Code 91/2015/QH13 Art. 147 and 148.
@Suite struct TimeLimitTests {
  private let calendar = Book.builtIn.calendar

  private func end(
    _ amount: Int?, _ unit: TimeLimit.Unit, from start: String
  ) throws -> Deadline? {
    TimeLimit(amount: amount, unit: unit).deadline(from: try Moment(start), calendar)
  }

  @Test(arguments: [
    // The day of the event is not counted, and the last day counts whole.
    ("2026-11-02T08:00+07:00", 3, TimeLimit.Unit.day, "2026-11-05", "2026-11-05"),
    ("2026-11-02T23:59+07:00", 3, .day, "2026-11-05", "2026-11-05"),
    // Ends on Saturday, on Sunday: Monday.
    ("2026-11-04T08:00+07:00", 3, .day, "2026-11-07", "2026-11-09"),
    ("2026-11-05T08:00+07:00", 3, .day, "2026-11-08", "2026-11-09"),
    ("2026-11-02T08:00+07:00", 20, .day, "2026-11-22", "2026-11-23"),
    // Late on a day in UTC is the next day in Viet Nam.
    ("2026-11-02T20:00Z", 1, .day, "2026-11-04", "2026-11-04"),
    // Months end on the corresponding day, or on the last of a shorter month.
    ("2025-12-31T08:00+07:00", 2, .month, "2026-02-28", "2026-03-02"),
    ("2027-12-31T08:00+07:00", 2, .month, "2028-02-29", "2028-02-29"),
    ("2026-03-15T08:00+07:00", 2, .month, "2026-05-15", "2026-05-15"),
    ("2026-01-31T08:00+07:00", 1, .month, "2026-02-28", "2026-03-02"),
    ("2026-08-31T08:00+07:00", 4, .month, "2026-12-31", "2026-12-31"),
    // Years, and the leap day that the next year has not.
    ("2024-02-29T08:00+07:00", 1, .year, "2025-02-28", "2025-02-28"),
    // Tết 2026: off from Saturday 14 to Sunday 22 February.
    ("2026-02-10T08:00+07:00", 5, .day, "2026-02-15", "2026-02-23"),
    ("2026-01-25T08:00+07:00", 20, .day, "2026-02-14", "2026-02-23"),
    // 30 April and 1 May 2026 are Thursday and Friday, then a weekend.
    ("2026-04-27T08:00+07:00", 3, .day, "2026-04-30", "2026-05-04"),
    // 2 January 2026 was off, 10 January worked, both exchanged.
    ("2025-12-30T08:00+07:00", 2, .day, "2026-01-01", "2026-01-05"),
    ("2026-01-07T08:00+07:00", 3, .day, "2026-01-10", "2026-01-10"),
    // Working days leave out what is off, and count the Saturday in exchange.
    ("2026-11-05T16:00+07:00", 2, .workingDay, "2026-11-09", "2026-11-09"),
    ("2026-02-12T08:00+07:00", 2, .workingDay, "2026-02-23", "2026-02-23"),
    ("2026-01-08T08:00+07:00", 2, .workingDay, "2026-01-10", "2026-01-10"),
    ("2026-11-02T08:00+07:00", 9, .workingDay, "2026-11-13", "2026-11-13"),
  ])
  func countsAsTheCivilCode(
    _ row: (String, Int, TimeLimit.Unit, String, String)
  ) throws {
    let deadline = try #require(try end(row.1, row.2, from: row.0))
    #expect(deadline.lastDay.text == row.3 && deadline.movedDay.text == row.4)
    #expect(deadline.hasMoved == (row.3 != row.4))
    // 24:00 of the last day in Viet Nam is 17:00 of that day in UTC.
    #expect(deadline.end == (try Moment(row.4 + "T17:00Z")))
  }

  @Test func hoursRunFromTheMomentAndDoNotMove() throws {
    let deadline = try #require(try end(72, .hour, from: "2026-11-05T16:30+07:00"))
    #expect(deadline.end == (try Moment("2026-11-08T16:30+07:00")))
    #expect(deadline.movedDay.weekday == 7 && !deadline.hasMoved)
  }

  @Test func atOnceEndsWhereItBegins() throws {
    let deadline = try #require(try end(nil, .atOnce, from: "2026-11-08T16:30+07:00"))
    #expect(deadline.end == (try Moment("2026-11-08T16:30+07:00")))
  }

  @Test func anUnknownLengthIsNotInvented() throws {
    #expect(try end(nil, .unknown, from: "2026-11-08T16:30+07:00") == nil)
    #expect(try end(nil, .none, from: "2026-11-08T16:30+07:00") == nil)
  }

  @Test func saysWhereTheDaysOffAreNotDecidedYet() throws {
    #expect(try #require(try end(3, .day, from: "2026-11-02T08:00+07:00")).isCalendarKnown)
    #expect(try !#require(try end(3, .month, from: "2026-11-02T08:00+07:00")).isCalendarKnown)
    #expect(try !#require(try end(2, .workingDay, from: "2026-12-30T08:00+07:00")).isCalendarKnown)
    // The fixed days are off in any year.
    #expect(!calendar.isWorkingDay(try LawOffice.day("2031-09-02")))
    #expect(calendar.isWorkingDay(try LawOffice.day("2031-09-03")))
  }
}
