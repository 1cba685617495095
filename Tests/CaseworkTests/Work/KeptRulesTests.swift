import Testing
import Vault

@testable import Casework

/// A book that two people adopt while files are open: each file keeps the rules of the day on which it was opened.
@Suite(.serialized) struct KeptRulesTests {
  private static let made = Result { try Amended() }
  private let amended: Amended
  private var office: CaseOffice { amended.office }

  init() throws { amended = try Self.made.get() }

  /// An office with files of before, and the book that came then.
  private struct Amended {
    let office: CaseOffice
    /// Opened before it, on arrival and on a report.
    let old: CaseCode
    let oldReport: CaseCode
    /// The first day of the new rows.
    let turn: CalendarDay

    init() throws {
      office = try CaseOffice(crew: CaseOffice.crew)
      old = try office.received(born: "1999")
      oldReport = try Self.reported(office)
      let book = try office.act("lead") { casework, session in
        let turn = casework.moment.dayInVietnam.adding(days: 1)
        let draft = try casework.draft(try KeptRulesTests.files(from: turn))
        return (turn, try casework.propose(draft, as: session).entry)
      }
      turn = book.0
      try office.act("admin") { casework, session in
        _ = try casework.give(book.1, casework.review(book.1, as: session), as: session)
      }
      office.wait(days: 3)
    }

    static func reported(_ office: CaseOffice) throws -> CaseCode {
      try office.act("social") { casework, session in
        try casework.openCase(
          FormInput(texts: ["birth_date": "1999", "receiving_unit": "01"]), isReported: true,
          as: session
        ).code
      }
    }
  }

  /// From a day on: a guard more, psychological help gone, two days and not three, and a step that there was not.
  static func files(from day: CalendarDay) throws -> [RuleTable: [UInt8]] {
    let last = day.adding(days: -1).text
    let steps =
      try renewed(
        .steps, "begin_process,", last, "begin_process_2,",
        [("case.person_category,", "case.person_category;reception.paper_ref,")], from: day)
      + "straight,reported,in_process,lead,,case.person_category,Vào thẳng,Straight on,project choice,"
      + "unverified,\(day.text),\n"
    let clocks = try renewed(
      .clocks, "initial_check,", last, "initial_check_2,", [(",3,day,", ",2,day,")], from: day)
    let rights = Book.text(.entitlements).components(
      around: "L53_2024,in_process_vn_domestic,g,,,,Law 53/2024 Art. 37(3),verified,2025-07-01,\n")
    try #require(rights.count == 2)
    let gone = rights.joined(
      separator:
        "L53_2024,in_process_vn_domestic,g,,,,Law 53/2024 Art. 37(3); repealed by Law 1/2026,"
        + "verified,2025-07-01,\(last)\n")
    return [
      .steps: Array(steps.utf8), .clocks: Array(clocks.utf8), .entitlements: Array(gone.utf8),
    ]
  }

  /// A table in which a row ends and another of its kind begins.
  private static func renewed(
    _ table: RuleTable, _ start: String, _ last: String, _ name: String,
    _ changes: [(String, String)], from day: CalendarDay
  ) throws -> String {
    var lines = Book.text(table).split(separator: "\n").map(String.init)
    let index = try Book.line(start, in: table) - 1
    let old = lines[index]
    try #require(old.hasSuffix(",2025-07-01,"))
    lines[index] = old + last
    var row = name + old.dropFirst(start.count).dropLast("2025-07-01,".count) + day.text + ","
    for (before, after) in changes {
      let parts = row.components(around: before)
      try #require(parts.count == 2, "\(before)")
      row = parts.joined(separator: after)
    }
    return (lines + [row]).joined(separator: "\n") + "\n"
  }

  // MARK: What somebody does

  private func today() throws -> String {
    try office.act("lead") { casework, _ in casework.moment.dayInVietnam.text }
  }

  private func record(
    _ form: String, _ texts: [String: String], _ code: CaseCode, by handle: String = "social"
  ) throws {
    try office.act(handle) { casework, session in
      _ = try casework.record(form, FormInput(texts: texts), of: code, as: session)
    }
  }

  private func page(_ code: CaseCode, by handle: String = "lead") throws -> CasePage {
    try office.act(handle) { casework, session in
      try casework.show(nil, of: code, for: nil, as: session)
    }
  }

  private func stop(_ body: () throws -> Void) throws -> RuleStop? { try office.stop(body) }

  /// What runs in a file by the list, which is what runs by its own page.
  private func clocks(_ code: CaseCode) throws -> Set<String> {
    let listed = try office.act("lead") { casework, session in
      try casework.due(DueScope(), as: session).lines
    }.filter { $0.caseCode == code.text }
    let own = try page(code).clocks
    func told(_ lines: [DueLine]) -> Set<String> {
      Set(lines.map { "\($0.item.clock) \($0.item.start.text) \($0.item.end?.text ?? "-")" })
    }
    #expect(told(listed) == told(own))
    return Set(own.map(\.item.clock))
  }

  /// Received, with all that the old rows ask for.
  private func category(_ code: CaseCode) throws {
    try record("case", ["person_category": "in_process_vn_domestic"], code, by: "lead")
  }

  private func help(_ code: CaseCode, on day: String) throws -> StopReason? {
    try stop {
      try record(
        "support", ["regime": "g", "item": "tư vấn", "delivered_at": day + "T08:00+07:00"], code)
    }?.reason
  }

  // MARK: The files

  /// What is missing is what the steps of the file's own book ask for.
  @Test func whatIsMissingFollowsTheBookThatTheFileKeeps() throws {
    func missing(_ code: CaseCode) throws -> [String] {
      try office.act("social") { casework, session in
        try casework.show(nil, of: code, for: nil, as: session).missing.map(\.qualifiedName)
      }
    }
    let opened = try office.act("social") { casework, session in
      try casework.openCase(
        FormInput(texts: [
          "birth_date": "1999", "entry_path": "self_report", "receiving_unit": "01",
          "limits_explained_at": casework.moment.text,
        ]), as: session)
    }
    let old = ["case.health_agency_notified_at", "case.person_category"]
    #expect(opened.missing.map(\.qualifiedName) == old + ["reception.paper_ref"])
    #expect(try missing(opened.code) == old + ["reception.paper_ref"])
    #expect(try missing(amended.old) == old)
  }

  @Test func aFileOfBeforeKeepsItsGuardsLimitsAndRights() throws {
    let (code, today) = (amended.old, try today())
    try category(code)
    #expect(try clocks(code).contains("initial_check"))
    // An event of now, and the limit of then.
    try record("reception", ["health_agency_notified_at": today + "T00:01+07:00"], code)
    let running = try clocks(code)
    #expect(running.contains("initial_check") && !running.contains("initial_check_2"))
    #expect(try help(code, on: today) == nil)
    try office.act("social") { casework, session in
      let overview = try casework.showSupport(of: code, for: nil, as: session).overview
      #expect(overview?.lines.contains { $0.regime.code == "g" && $0.right != nil } == true)
    }
    let moved = try office.act("lead") { casework, session in
      try casework.step(code, to: "in_process", as: session).step.id
    }
    #expect(moved == "begin_process")
  }

  @Test func aFileOfAfterwardsHasTheNewOnes() throws {
    let today = try today()
    let code = try office.received(born: "1999", on: today)
    try category(code)
    try record("reception", ["health_agency_notified_at": today + "T08:00+07:00"], code)
    let running = try clocks(code)
    #expect(running.contains("initial_check_2") && !running.contains("initial_check"))
    #expect(try help(code, on: today) == .notEntitled)
    let refused = try stop {
      try office.act("lead") { casework, session in
        _ = try casework.step(code, to: "in_process", as: session)
      }
    }
    #expect(refused?.reason == .missing)
    #expect(refused?.names.map(\.told) == ["reception.paper_ref"])
    try record("reception", ["paper_ref": "sổ 1, trang 2"], code)
    let moved = try office.act("lead") { casework, session in
      try casework.step(code, to: "in_process", as: session).step.id
    }
    #expect(moved == "begin_process_2")
  }

  /// A register of paper: what lay before the rows came goes by its own day, what comes now by the opening.
  @Test func whatLayBeforeTheFileGoesByItsOwnDay() throws {
    let before = amended.turn.adding(days: -4).text
    let code = try office.received(born: "1999", on: before)
    try category(code)
    #expect(try clocks(code).contains("initial_check"))
    #expect(try help(code, on: amended.turn.adding(days: -2).text) == nil)
    #expect(try help(code, on: amended.turn.text) == .notEntitled)
    try record("reception", ["health_agency_notified_at": try today() + "T00:01+07:00"], code)
    #expect(try clocks(code).contains("initial_check_2"))
  }

  /// A step that no row had is every file's from its first day on.
  @Test func aStepThatThereWasNotIsForAllFiles() throws {
    for code in [amended.oldReport, try Amended.reported(office)] {
      try category(code)
      let moved = try office.act("lead") { casework, session in
        try casework.step(code, to: "in_process", as: session).step.id
      }
      #expect(moved == "straight")
    }
  }

  @Test func thePageSaysUnderWhichRules() throws {
    let (old, new) = (try page(amended.old), try page(try office.received(born: "1999")))
    #expect(old.rules?.day == amended.turn.adding(days: -1))
    #expect(new.rules?.day.text == (try today()))
    #expect(old.rules?.adopted == new.rules?.adopted)
    let support = try office.act("social") { casework, session in
      try casework.show("support", of: amended.old, for: nil, as: session)
    }
    #expect(support.rules == old.rules)
    #expect(support["case.opened_at"] == nil)
  }

  /// Whoever re-dates the arrival has the same rules as before.
  @Test func theArrivalMovesNothing() throws {
    let code = try office.received(born: "1999", on: try today())
    try record(
      "case", ["received_at": amended.turn.adding(days: -3).text + "T08:00+07:00"], code)
    #expect(try page(code).rules?.day.text == (try today()))
    #expect(throws: CaseworkError.self) {
      try record("case", ["opened_at": "2026-01-01T08:00+07:00"], code, by: "lead")
    }
  }
}
