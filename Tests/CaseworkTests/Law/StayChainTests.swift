import Testing
import Vault

@testable import Casework

/// Stays without a day between them are one stay, and have one limit (Decree 162/2025 Art. 17).
@Suite struct StayChainTests {
  private static func stay(_ from: String, _ to: String? = nil, extended: String? = nil) -> [String:
    String]
  {
    var stay = ["stay.stay_from": from]
    stay["stay.stay_to"] = to
    stay["stay.stay_extended_to"] = extended
    return stay
  }

  private static func clock(
    _ stays: [[String: String]], at now: String = "2026-06-01T09:00+07:00"
  ) throws -> CaseClock? {
    let file = LawOffice.file([["case.legal_regime": "L53_2024"]] + stays)
    return Book.builtIn.clocks.clocks(of: file, at: try Moment(now)).first { $0.end == nil }
  }

  /// From 1 March day 120 is 29 June, however often somebody moves.
  @Test(arguments: [
    [stay("2026-03-01")],
    [stay("2026-03-01", "2026-04-10"), stay("2026-04-10")],
    [stay("2026-03-01", "2026-04-10"), stay("2026-04-11")],
    [stay("2026-04-11"), stay("2026-03-01", "2026-04-10")],
    [
      stay("2026-03-01", "2026-03-20"), stay("2026-03-20", "2026-04-10"), stay("2026-04-11"),
    ],
    [stay("2026-03-01", "2026-03-01"), stay("2026-03-01")],
  ])
  func staysWithoutADayBetweenAreOne(_ stays: [[String: String]]) throws {
    let clock = try #require(try Self.clock(stays))
    #expect(clock.deadline?.lastDay.text == "2026-06-29")
    #expect(clock.day(at: try Moment("2026-06-01T09:00+07:00"))?.number == 92)
  }

  @Test func aDayBetweenBeginsAnew() throws {
    let clock = try #require(
      try Self.clock([Self.stay("2026-03-01", "2026-04-10"), Self.stay("2026-04-12")]))
    #expect(clock.deadline?.lastDay.text == "2026-08-10")
    #expect(clock.day(at: try Moment("2026-06-01T09:00+07:00"))?.number == 50)
  }

  /// What was agreed to before the move holds after it, and can grow again.
  @Test func anExtensionGoesOnWithTheStay() throws {
    let before = Self.stay("2026-03-01", "2026-05-10", extended: "2026-08-31")
    let moved = try #require(try Self.clock([before, Self.stay("2026-05-10")]))
    #expect(moved.rule.id == "stay_extended" && moved.deadline?.lastDay.text == "2026-08-31")
    let again = Self.stay("2026-05-10", extended: "2026-10-30")
    #expect(try Self.clock([before, again])?.deadline?.lastDay.text == "2026-10-30")
    let apart = try Self.clock([before, Self.stay("2026-05-12")])
    #expect(apart?.rule.id == "stay")
  }

  /// A stay goes on under the row under which it began, though another came meanwhile and the file was opened after
  /// that; one that begins then has the new row.
  @Test(arguments: [
    (Self.stay("2026-08-15", "2026-12-01"), Self.stay("2026-12-02"), "stay", "2026-12-13", 127),
    (Self.stay("2026-08-15", "2026-11-20"), Self.stay("2026-12-02"), "stay_b", "2027-03-02", 18),
  ])
  func aStayGoesOnUnderTheRowItBeganUnder(
    _ first: [String: String], _ second: [String: String], rule: String, last: String, day: Int
  ) throws {
    let line = try Book.line("stay,", in: .clocks)
    var lines = Book.text(.clocks).split(separator: "\n").map(String.init)
    let old = lines[line - 1]
    lines[line - 1] += "2026-11-30"
    lines.append(
      "stay_b,"
        + old.dropFirst("stay,".count).replacing(",120,day,", with: ",90,day,")
        .replacing("2025-07-01,", with: "2026-12-01,"))
    let book = try RuleBook(Book.with(.clocks, lines.joined(separator: "\n")))
    let known = LawOffice.file([["case.legal_regime": "L53_2024"], first, second])
    let opened = try #require(book["case.opened_at"])
    let file = CaseRecords(
      known.records + [
        .init(
          id: nil, entity: opened.entity,
          values: [opened.id: .dateTime("2026-12-03T08:00:00+07:00")])
      ], book: book)
    let now = try Moment("2026-12-20T09:00+07:00")
    let clock = try #require(book.clocks.clocks(of: file, at: now).first { $0.end == nil })
    #expect(clock.rule.id == rule && clock.deadline?.lastDay.text == last)
    #expect(clock.day(at: now)?.number == day)
  }
}
