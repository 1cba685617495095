import Testing
import Vault

@testable import Casework

/// A recorded date is corrected: for a reason where a limit ends later by it, by two people where the limit has passed.
/// Today is Sunday, 22 November 2026.
@Suite struct ClockMoveTests {
  private static let request = "verification.police_request_at"
  private static let reply = "verification.police_reply_at"
  private static let why = ["verification.correction_reason": "ghi nhầm ngày"]

  private static func file(asked day: String, _ more: [String: String] = [:]) -> [String: String] {
    [
      "case.status": "in_process", "case.entry_path": "self_report",
      "case.legal_regime": "L53_2024", "case.received_at": "2026-10-01T08:00+07:00",
      "case.cpc_notified_at": "2026-10-01T09:00+07:00",
      "case.health_agency_notified_at": "2026-10-01T10:00+07:00",
      "verification.initial_check_at": "2026-10-02T08:00+07:00",
      "verification.initial_check_result": "insufficient", request: day + "T09:00+07:00",
    ].merging(more) { $1 }
  }

  private static func at(_ day: String) -> [String: String] { [request: day + "T09:00+07:00"] }

  private static func move(
    _ answers: [String: String], on file: [[String: String]], form: String = "verification",
    correcting record: Int? = nil, at now: String = FormBench.now
  ) throws -> CheckedChanges {
    try FormBench.check(form, answers, on: file, correcting: record, at: now)
  }

  private static func stop(
    _ answers: [String: String], on file: [[String: String]], form: String = "verification",
    correcting record: Int? = nil, at now: String = FormBench.now
  ) throws -> RuleStop? {
    try FormBench.stop(form, answers, on: file, correcting: record, at: now)
  }

  // MARK: The police

  /// The request of 10 November has its answer until the 30th.
  @Test func aLaterDayNeedsAReasonWhileNothingHasPassed() throws {
    let file = [Self.file(asked: "2026-11-10")]
    let silent = try #require(try Self.stop(Self.at("2026-11-12"), on: file))
    #expect(silent.reason == .moveReason && silent.citation?.text == "Law 53/2024 Art. 27(3)")
    #expect(silent.names.map(\.told) == ["verification.correction_reason"])
    for blank in ["", " ", "\u{200B}\n", "\u{2800}"] {
      let answers = Self.at("2026-11-12").merging(["verification.correction_reason": blank]) { $1 }
      #expect(try Self.stop(answers, on: file)?.reason == .moveReason)
    }
    let told = try Self.move(Self.at("2026-11-12").merging(Self.why) { $1 }, on: file)
    #expect(told.move?.isHeld == false && told.notes.map(\.reason) == [.clockMoved])
    #expect(told.written(Self.request) == .dateTime("2026-11-12T09:00+07:00"))
    let moved = told.notes.flatMap(\.names).map(\.told)
    #expect(moved.contains("police_verify"))
  }

  @Test func anEarlierDayIsFree() throws {
    for day in ["2026-11-10", "2026-10-20"] {
      let earlier = try Self.move(Self.at("2026-10-15"), on: [Self.file(asked: day)])
      #expect(earlier.move == nil && earlier.notes.isEmpty)
    }
    // The same day at another hour ends with the same day.
    let hour = try Self.move(
      [Self.request: "2026-11-10T16:00+07:00"], on: [Self.file(asked: "2026-11-10")])
    #expect(hour.move == nil)
  }

  /// The answer to the request of 20 October was due on 9 November.
  @Test func aLimitThatHasPassedMovesByTwoPeople() throws {
    let file = [Self.file(asked: "2026-10-20")]
    #expect(try Self.stop(Self.at("2026-11-15"), on: file)?.reason == .moveReason)
    let asked = try Self.move(Self.at("2026-11-15").merging(Self.why) { $1 }, on: file)
    #expect(asked.move?.isHeld == true && asked.notes.map(\.reason) == [.moveAsked])
    // The reason is recorded; the day is not.
    #expect(asked.written(Self.request) == nil)
    #expect(asked.written("verification.correction_reason") == .text("ghi nhầm ngày"))
    let clock = asked.book.clocks.clocks(of: asked.after, at: asked.now)
      .first { $0.rule.id == "police_verify" }
    #expect(clock?.standing(at: asked.now) == .overdue)
  }

  /// Nor is it lengthened in the same form, as if the later day counted.
  @Test func nothingRestsOnADayThatWaits() throws {
    let both = Self.at("2026-11-15").merging(Self.why) { $1 }.merging([
      "extension.step": "complex", "extension.reason": "nhiều địa bàn",
    ]) { $1 }
    let late = try Self.stop(both, on: [Self.file(asked: "2026-10-20")])
    #expect(late?.reason == .limitPassed)
  }

  @Test func aDayThatIsTakenAwayTakesTwoPeople() throws {
    let file = [Self.file(asked: "2026-11-10")]
    #expect(try Self.stop([Self.request: "[declined]"], on: file)?.reason == .moveReason)
    let away = try Self.move([Self.request: "[declined]"].merging(Self.why) { $1 }, on: file)
    #expect(away.move?.isHeld == true && away.written(Self.request) == nil)
    // Also where an older day is left, from which the limit then runs: the next could be any.
    let notice = "case.health_agency_notified_at"
    let arrived = Self.file(asked: "2026-11-10").merging([
      "case.status": "received", "case.received_at": "2026-11-20T08:00+07:00",
      "case.cpc_notified_at": "2026-11-20T08:00+07:00", notice: "2026-11-21T08:00+07:00",
      "verification.initial_check_at": "[declined]",
      "verification.initial_check_result": "[declined]", Self.request: "[declined]",
    ]) { $1 }
    let reason = ["reception.correction_reason": "ghi nhầm hồ sơ"]
    let gone = try Self.move(
      [notice: "[declined]"].merging(reason) { $1 }, on: [arrived], form: "reception")
    #expect(gone.move?.isHeld == true)
    #expect(gone.move?.names.map(\.told).contains("initial_check") == true)
  }

  @Test func aLengthenedLimitMovesByTwoPeople() throws {
    let file = [
      Self.file(asked: "2026-11-10"),
      ["extension.step": "complex", "extension.reason": "x", "extension.until": "2026-12-18"],
    ]
    let moved = try Self.move(Self.at("2026-11-12").merging(Self.why) { $1 }, on: file)
    #expect(moved.move?.isHeld == true)
  }

  // MARK: Late becomes in time

  /// Answered on 20 November, eleven days late: neither an earlier answer nor a later request makes it one in time.
  @Test func whatWasLateStaysSo() throws {
    let answered = [
      Self.file(
        asked: "2026-10-20",
        [Self.reply: "2026-11-20T09:00+07:00", "verification.police_reply": "victim"])
    ]
    for answers in [[Self.reply: "2026-11-05T09:00+07:00"], Self.at("2026-11-10")] {
      #expect(try Self.stop(answers, on: answered)?.reason == .moveReason)
      let asked = try Self.move(answers.merging(Self.why) { $1 }, on: answered)
      #expect(asked.move?.isHeld == true)
      let facts = CaseFacts(asked.after, at: asked.now).items
      #expect(facts.contains("clock=police_verify:late"))
    }
    // Nor by way of none.
    let away = [Self.reply: "[declined]", "verification.police_reply": "[declined]"]
    #expect(try Self.move(away.merging(Self.why) { $1 }, on: answered).move?.isHeld == true)
    // Another day that is late as well changes nothing that counts.
    let late = try Self.move([Self.reply: "2026-11-19T09:00+07:00"], on: answered)
    #expect(late.written(Self.reply) == .dateTime("2026-11-19T09:00+07:00"))
  }

  // MARK: Stays

  private static func stay(from day: String) -> [[String: String]] {
    [
      Self.file(asked: "2026-11-20", ["case.received_at": "2026-05-01T08:00+07:00"]),
      [
        "stay.stay_from": day, "stay.stay_wish": "yes", "stay.stay_need": "no_residence",
        "stay.stay_facility": "nhà tạm lánh thử",
      ],
    ]
  }

  /// From 14 August 22 November is day 100 of 120, from 15 August day 99, from 1 July the stay is over its limit.
  @Test func aStayMovesByTwoPeopleFromItsDayOfWarningOn() throws {
    func moved(from day: String) throws -> (stop: RuleStop?, move: ClockMove?) {
      let to = ["stay.stay_from": "2026-09-01"]
      let why = ["stay.correction_reason": "ghi nhầm tháng"]
      return (
        try Self.stop(to, on: Self.stay(from: day), form: "support", correcting: 1),
        try Self.move(
          to.merging(why) { $1 }, on: Self.stay(from: day), form: "support", correcting: 1
        ).move
      )
    }
    for (day, isHeld) in [("2026-08-15", false), ("2026-08-14", true), ("2026-07-01", true)] {
      let (stop, move) = try moved(from: day)
      #expect(stop?.reason == .moveReason && stop?.names.map(\.told) == ["stay.correction_reason"])
      #expect(move?.isHeld == isHeld, "\(day)")
    }
    let earlier = try Self.move(
      ["stay.stay_from": "2026-08-01"], on: Self.stay(from: "2026-08-14"), form: "support",
      correcting: 1)
    #expect(earlier.move == nil)
  }

  /// Two stays without a day between are one; another last day of the first would make the second begin anew.
  @Test func aGapMadeAfterwardsBeginsNothingAnew() throws {
    let first = [
      "stay.stay_from": "2026-08-01", "stay.stay_to": "2026-10-01", "stay.stay_wish": "yes",
      "stay.stay_need": "no_residence", "stay.stay_facility": "nhà A",
    ]
    let second = first.merging(["stay.stay_from": "2026-10-01"]) { $1 }
      .filter { $0.key != "stay.stay_to" }
    let file = [Self.stay(from: "2026-08-01")[0], first, second]
    let gap = ["stay.stay_to": "2026-09-20"]
    #expect(
      try Self.stop(gap, on: file, form: "support", correcting: 1)?.reason == .moveReason)
    let asked = try Self.move(
      gap.merging(["stay.correction_reason": "x"]) { $1 }, on: file, form: "support", correcting: 1)
    #expect(asked.move?.isHeld == true)
  }

  // MARK: Who sees less

  @Test func whoHoldsNoRowOfTheCaseAsksNobody() throws {
    let (form, changes) = try FormBench.form(
      "verification", Self.at("2026-11-15").merging(Self.why) { $1 },
      on: [Self.file(asked: "2026-10-20")], unreadable: ["case.pending", "case.due"])
    var checked = form
    #expect {
      try FormRules.hold(
        &checked, to: FormRules.rules(of: "verification", for: changes, FormBench.book))
    } throws: { error in
      guard case .stopped(let stop) = error as? CaseworkError else { return false }
      return stop.reason == .moveNotYours && stop.names.map(\.told) == ["lead"]
    }
  }

  /// Who took the person in does not see the check that ended a limit: an earlier day is theirs to write all the same,
  /// and a later one moves the limit as anybody's does.
  @Test func whoSeesLessCorrectsAnEarlierDay() throws {
    let unseen: Set<String> = ["verification.initial_check_at", "verification.police_request_at"]
    let file = [Self.file(asked: "2026-11-10")]
    for (name, earlier) in [
      ("case.received_at", "2026-10-01T07:00+07:00"),
      ("case.health_agency_notified_at", "2026-10-01T09:30+07:00"),
    ] {
      let form = try Book.field(name).form
      let checked = try FormBench.check(form, [name: earlier], on: file, unreadable: unseen)
      #expect(checked.move == nil && checked.written(name) == .dateTime(earlier))
    }
    func asked(_ day: String) throws -> CheckedChanges {
      try FormBench.check(
        "reception",
        [
          "case.health_agency_notified_at": day, "reception.correction_reason": "ghi nhầm ngày",
        ], on: file, unreadable: unseen)
    }
    // An hour of the same day ends no limit later.
    #expect(try asked("2026-10-01T11:00+07:00").move == nil)
    #expect(try asked("2026-10-02T11:00+07:00").move != nil)
  }

  // MARK: As it waits

  @Test func whatIsAskedIsReadBackAsItWasWritten() throws {
    let record = try #require(RecordID(bytes: Array(repeating: 7, count: 16)))
    let (request, stay) = (try Book.field(Self.request), try Book.field("stay.stay_from"))
    let all = [
      DateCorrection(
        field: request.id, record: nil, value: .dateTime("2026-11-15T09:00:00+07:00")),
      DateCorrection(field: stay.id, record: record, value: .date("2026-09-01")),
      DateCorrection(field: request.id, record: nil, value: .absent(.unknown)),
    ]
    let subject = DateCorrection.subject(of: all)
    #expect(!subject.contains(" ") && DateCorrection.all(in: subject, Book.builtIn) == all)
    for text in ["", "1002", "1002:-", "1002:-:", "9:-:x", "1002:zz:2026", "1002:-:?given", "a,b"] {
      #expect(DateCorrection.all(in: text, Book.builtIn).isEmpty, "\(text)")
    }
  }
}
