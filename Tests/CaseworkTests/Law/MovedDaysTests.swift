import Testing
import Vault

@testable import Casework

/// Days off that become known after a limit was written down reach it when it is read; nothing else does.
@Suite struct MovedDaysTests {
  private static func book(_ holidays: String) throws -> RuleBook {
    try RuleBook(Book.appending(.holidays, holidays))
  }

  /// The end of a day of April 2060.
  private static func end(_ day: Int) throws -> Moment {
    Moment(endOf: try #require(CalendarDay(year: 2060, month: 4, day: day)))
  }

  private func item(_ clock: String, from start: String, by book: RuleBook) throws -> DueItem {
    let rule = try #require(book.clocks[clock])
    let from = try Moment(start)
    let deadline = try #require(rule.limit.deadline(from: from, book.calendar))
    return DueItem(
      CaseClock(
        rule: rule, extended: [], record: nil, start: from, deadline: deadline, end: nil))
  }

  private func read(_ item: DueItem, by book: RuleBook) -> DueItem {
    MovedDays(book.calendar).moved(item, book.clocks.shared(item.clock))
  }

  /// 20 days from 12 March 2060 end on Thursday 1 April; a decision makes that day and the next ones free.
  @Test func aLimitOfDaysMoves() throws {
    let before = Book.builtIn
    let after = try Self.book("off,2060-04-01,2060-04-02,Nghỉ bù,Day off,project choice,unverified")
    let written = try item("police_verify", from: "2060-03-12T09:00+07:00", by: before)
    let moved = read(written, by: after)
    #expect(try written.end == Self.end(1))
    #expect(try moved.end == Self.end(5))
    #expect(moved.lastDay == written.lastDay && moved.start == written.start)
    // By a book that knows nothing of the year, what was written down stands.
    #expect(read(moved, by: before) == moved)
  }

  @Test func workingDaysAreCountedAgain() throws {
    let after = try Self.book("off,2060-04-01,,Nghỉ bù,Day off,project choice,unverified")
    let written = try item("dsr_acknowledge", from: "2060-03-31T09:00+07:00", by: Book.builtIn)
    #expect(try written.end == Self.end(2))
    #expect(try read(written, by: after).end == Self.end(5))
  }

  /// A file keeps its row for later events too: what was written down by one that has ended is counted by that one.
  @Test func anEndedRowIsCountedAgain() throws {
    var clocks = Book.text(.clocks).split(separator: "\n").map(String.init)
    clocks[try Book.line("dsr_acknowledge,", in: .clocks) - 1] += "2059-12-31"
    var files = Book.appending(
      .holidays, "off,2060-04-01,,Nghỉ bù,Day off,project choice,unverified")
    files[.clocks] = Array((clocks.joined(separator: "\n") + "\n").utf8)
    let written = try item("dsr_acknowledge", from: "2060-03-31T09:00+07:00", by: Book.builtIn)
    #expect(try written.end == Self.end(2))
    #expect(try read(written, by: RuleBook(files)).end == Self.end(5))
  }

  /// Hours and what is due at once run through days off.
  @Test func momentsDoNotMove() throws {
    let after = try Self.book("off,2060-04-01,,Nghỉ bù,Day off,project choice,unverified")
    let written = try item("notify_health", from: "2060-04-01T09:00+07:00", by: Book.builtIn)
    #expect(read(written, by: after) == written)
  }
}
