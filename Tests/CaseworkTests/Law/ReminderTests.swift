import Testing
import Vault

@testable import Casework

/// Days to come back to: they are nobody's limit, and stay until somebody came back or the file ends.
@Suite struct ReminderTests {
  /// A date to come back to stays until somebody did.
  @Test func theEndOfAMeasureIsComingUp() throws {
    let measure = LawOffice.file([
      ["measure.kind": "guard", "measure.from": "2026-11-02", "measure.to": "2026-12-01"]
    ])
    func standing(_ day: String) throws -> CaseClock.Standing? {
      let now = day + "T09:00+07:00"
      return try LawOffice.clock("measure_end", measure, at: now)?.standing(at: Moment(now))
    }
    #expect(try standing("2026-11-20") == .running)
    #expect(try standing("2026-11-24") == .soon)
    #expect(try standing("2026-12-01") == .dueToday)
    #expect(try standing("2026-12-02") == .overdue && standing("2027-12-02") == .overdue)
    let reviewed = LawOffice.file([
      [
        "measure.kind": "guard", "measure.from": "2026-11-02", "measure.to": "2026-12-01",
        "measure.end_reviewed_at": "2026-12-02",
      ]
    ])
    let end = try LawOffice.clock("measure_end", reviewed, at: "2026-12-02T09:00+07:00")?.end
    #expect(end != nil)
    let open = LawOffice.file([["measure.kind": "guard", "measure.from": "2026-11-02"]])
    #expect(try LawOffice.clock("measure_end", open, at: "2026-11-20T09:00+07:00") == nil)
  }

  /// Somebody decided on that day: no guard stays because it is a Saturday before a holiday.
  @Test func theDayThatWasDecidedMovesOffNoHoliday() throws {
    let now = try Moment("2026-08-30T09:00+07:00")
    let measure = LawOffice.file([
      ["measure.kind": "guard", "measure.from": "2026-08-03", "measure.to": "2026-08-29"]
    ])
    let clock = try #require(try LawOffice.clock("measure_end", measure, at: now.text))
    #expect(clock.deadline?.movedDay.text == "2026-08-29")
    #expect(clock.standing(at: now) == .overdue)
    // Nor in a list that an older program wrote.
    let days = MovedDays(LawOffice.book.calendar)
    let late = DueItem(clock).ending(
      on: try #require(clock.deadline?.lastDay.number), at: try Moment("2026-09-04T00:00+07:00"))
    let item = days.moved(late, LawOffice.book.clocks.shared(clock.rule.id))
    #expect(item.end == clock.deadline?.end)
  }

  /// A measure that was prolonged ends on another day, and somebody has to come back on that one.
  @Test func whatWasReviewedBeforeItsEndEndsAllTheSame() throws {
    func standing(_ reviewed: String, to last: String, _ day: String) throws
      -> CaseClock.Standing?
    {
      let file = LawOffice.file([
        [
          "measure.kind": "guard", "measure.from": "2026-11-02", "measure.to": last,
          "measure.end_reviewed_at": reviewed,
        ]
      ])
      let now = day + "T09:00+07:00"
      return try LawOffice.clock("measure_end", file, at: now)?.standing(at: Moment(now))
    }
    #expect(try standing("2026-11-29", to: "2027-01-31", "2026-12-05") == .running)
    #expect(try standing("2026-11-29", to: "2027-01-31", "2027-02-01") == .overdue)
    for (day, expected) in [
      ("2027-01-30", CaseClock.Standing.overdue), ("2027-01-31", .met), ("2027-02-03", .metLate),
    ] {
      #expect(try standing(day, to: "2027-01-31", "2027-02-03") == expected, "\(day)")
    }
    // A visit has a length of its own, and one before its day is that visit.
    let home = [
      "case.status": "reintegration", "reintegration.returned_on": "2026-03-02",
      "reintegration.follow_up_1_at": "2026-03-20",
    ]
    let visit = try LawOffice.clock(
      "follow_up_1", LawOffice.file([home]), at: "2026-04-20T09:00+07:00")
    #expect(visit?.end != nil)
  }

  /// The four visits after somebody went home: each stays until it was made, or the file ends (design,
  /// "follow-ups 1, 3, 6, 12 months"). They keep no file open.
  @Test func aVisitThatWasForgottenStaysDue() throws {
    func open(_ more: [String: String], _ day: String) throws -> [String] {
      let home = ["case.status": "reintegration", "reintegration.returned_on": "2026-03-02"]
      let file = LawOffice.file([home.merging(more) { $1 }])
      let now = try Moment(day + "T09:00+07:00")
      return DueReckoning(Book.builtIn).items(file, known: [], at: now).filter { item in
        item.clock.hasPrefix("follow_up") && item.end.map { $0 <= now } ?? false
          && item.standing(Book.builtIn.clocks[item.clock], at: now) == .overdue
      }.map(\.clock)
    }
    #expect(try open([:], "2026-04-01") == [])
    #expect(try open([:], "2026-04-20") == ["follow_up_1"])
    let all = ["follow_up_1", "follow_up_3", "follow_up_6", "follow_up_12"]
    #expect(try open([:], "2027-05-20") == all)
    let first = ["reintegration.follow_up_1_at": "2026-04-21"]
    #expect(try open(first, "2027-05-20") == Array(all.dropFirst()))
    #expect(try open(["case.status": "closed"], "2027-05-20") == [])
    #expect(all.allSatisfy { Book.builtIn.clocks[$0]?.kind == .reminder })
  }

  /// Without the day of the return no visit is due, and nobody would hear of that: the day itself is.
  @Test func aReturnWithoutItsDayIsDue() throws {
    func open(_ more: [String: String], _ day: String = "2026-04-20") throws -> [String] {
      let home = [
        "case.status": "reintegration", "reintegration.entered_at": "2026-03-02T09:00+07:00",
      ]
      let file = LawOffice.file([home.merging(more) { $1 }])
      let now = try Moment(day + "T09:00+07:00")
      return DueReckoning(Book.builtIn).items(file, known: [], at: now).filter { item in
        item.standing(Book.builtIn.clocks[item.clock], at: now) == .overdue
      }.map(\.clock)
    }
    #expect(try open([:]) == ["return_date"])
    #expect(try open(["reintegration.returned_on": "[declined]"]) == ["return_date"])
    #expect(try open(["reintegration.returned_on": "2026-03-02"]) == ["follow_up_1"])
    #expect(try open(["case.status": "closed"]) == [])
    #expect(try open(["case.status": "identified"]) == [])
    #expect(Book.builtIn.clocks["return_date"]?.kind == .reminder)
  }

  // MARK: Visits

  private static func faults(_ form: [String: String], on file: [String: String]) throws -> [String]
  {
    let grown = ["case.status": "reintegration", "person.birth_date": "1990"]
    return try FormBench.faults("support", form, on: [grown, file])
  }

  /// One visit on the first day is not all four.
  @Test func aVisitIsThatOfItsMonth() throws {
    let home = ["reintegration.returned_on": "2026-03-02"]
    func visit(_ month: Int, _ day: String) throws -> [String] {
      try Self.faults(["reintegration.follow_up_\(month)_at": day], on: home)
    }
    #expect(try visit(1, "2026-03-03") == [])
    for (month, early, day) in [
      (3, "2026-04-01", "2026-04-02"), (6, "2026-06-01", "2026-06-02"),
      (12, "2026-09-01", "2026-09-02"),
    ] {
      #expect(
        try visit(month, early) == ["reintegration.follow_up_\(month)_at visitTooEarly"], "\(month)"
      )
      #expect(try visit(month, "2026-03-03").count == 1)
      #expect(try visit(month, day) == [], "\(month)")
    }
    // Nor by moving the return.
    let visited = [
      "reintegration.returned_on": "2026-03-02", "reintegration.follow_up_3_at": "2026-04-10",
    ]
    #expect(
      try Self.faults(["reintegration.returned_on": "2026-03-20"], on: visited)
        == ["reintegration.returned_on visitTooEarly"])
    #expect(try Self.faults(["reintegration.follow_up_notes": "khỏe"], on: visited) == [])
  }

  @Test func theVisitsAreCountedFromAWholeDay() throws {
    #expect(
      try Self.faults(["reintegration.returned_on": "2026-03"], on: [:])
        == ["reintegration.returned_on wholeDateNeeded"])
  }
}
