import Sealing
import Testing

@testable import Casework
@testable import Vault

/// Corrected dates in a vault: what waits, who agrees, what counts until then, and what the log and its report tell.
@Suite(.serialized) struct ClockMoveLifeTests {
  private static let made = CaseOffice.withTwoLeads()
  private let office: CaseOffice

  init() throws { office = try Self.made.get() }

  private func due(_ code: CaseCode, _ clock: String) throws -> DueLine? {
    try office.due(code, clock).first
  }

  private func agree(_ entry: Int, by handle: String) throws -> Approval {
    try office.act(handle) { casework, session in try casework.approve(entry, as: session) }
  }

  @Test func theOlderDayCountsUntilASecondPersonAgrees() throws {
    let code = try office.askedOfPolice(30)
    #expect(try due(code, "police_verify")?.standing == .overdue)
    let again = ["police_request_at": try office.morning(-3)]
    let stop = try office.stop { try office.record("verification", again, code) }
    #expect(stop?.reason == .moveReason)
    let ask = try office.record(
      "verification", again.merging(["correction_reason": "ghi nhầm tháng"]) { $1 }, code)
    #expect(ask.notes.map(\.reason) == [.moveAsked])
    #expect(try due(code, "police_verify")?.standing == .overdue)
    let extended = try office.stop {
      try office.record(
        "verification", ["extension.step": "complex", "extension.reason": "x"], code)
    }
    #expect(extended?.reason == .limitPassed)
    // Nobody agrees to their own work, and not everybody agrees to it.
    let own = try office.stop { _ = try agree(ask.entry, by: "lead") }
    #expect(own?.reason == .ownWork)
    let (waiting, member) = try office.act("second") { casework, session in
      (try casework.approvals(as: session).asks, session.member)
    }
    let found = try #require(waiting.first { $0.ask.entry == ask.entry })
    #expect(found.ask.asker != member)
    #expect(found.corrections.map(\.definition.qualifiedName) == ["verification.police_request_at"])

    // Who answers for the file agrees to what a lead asked, though only leads write the field.
    let given = try agree(ask.entry, by: "social")
    #expect(given.notes.map(\.reason) == [.clockMoved])
    let line = try #require(try due(code, "police_verify"))
    #expect(line.standing == .running && line.item.corrected != nil)
    try office.act("lead") { casework, session in
      let page = try casework.show("verification", of: code, for: nil, as: session)
      #expect(
        page.values("verification.police_request_at") == [.dateTime(again.values.first ?? "")])
      #expect(page.values("verification.correction_reason") == [.text("ghi nhầm tháng")])
      let whole = try casework.show(nil, of: code, for: nil, as: session)
      #expect(whole.pending.isEmpty)
      #expect(
        whole.clocks.contains { $0.item.clock == "police_verify" && $0.item.corrected != nil })
    }
    try office.record("verification", ["extension.step": "complex", "extension.reason": "x"], code)
    // The mark stays with the clock that the extension makes of it.
    #expect(try due(code, "police_verify_complex")?.item.corrected != nil)
    try told(asked: ask.entry, agreed: given.entry)
  }

  private func told(asked: Int, agreed: Int) throws {
    try office.act("auditor") { casework, session in
      let report = try casework.vault.report(ReportScope(), as: session)
      let asks = report.findings.filter { $0.kind == "limit_asked" && $0.first == asked }
      #expect(asks.map(\.person?.name) == ["lead"])
      let agreements = report.findings.filter { $0.kind == "limit_agreed" && $0.first == asked }
      #expect(agreements.map(\.person?.name) == ["social"] && agreements.map(\.last) == [agreed])
    }
  }

  @Test func whatIsRefusedChangesNothing() throws {
    let code = try office.askedOfPolice(30)
    let ask = try office.record(
      "verification", ["police_request_at": try office.morning(-3), "correction_reason": "x"], code)
    try office.act("second") { casework, session in
      _ = try casework.refuseApproval(ask.entry, as: session)
    }
    let line = try due(code, "police_verify")
    #expect(line?.standing == .overdue && line?.item.corrected == nil)
    // Who refused stands in the entry with the role in which they may, so that it is no look without a right.
    try office.act("auditor") { casework, session in
      let page = try casework.vault.report(ReportScope(), as: session)
      #expect(!page.findings.contains { $0.kind == "without_right" && $0.person?.name == "second" })
    }
  }

  @Test func aSlipIsPutRightForAReason() throws {
    let code = try office.askedOfPolice(5)
    let moved = try office.record(
      "verification",
      ["police_request_at": try office.morning(-3), "correction_reason": "ghi nhầm"], code)
    #expect(moved.notes.map(\.reason) == [.clockMoved])
    #expect(try due(code, "police_verify")?.item.corrected != nil)
    try office.act("auditor") { casework, session in
      let report = try casework.vault.report(ReportScope(), as: session)
      #expect(
        report.findings.contains {
          $0.kind == "limit_moved" && $0.first == moved.entry && $0.person?.name == "lead"
        })
    }
    // An earlier day takes nothing.
    #expect(
      try office.record("verification", ["police_request_at": try office.morning(-4)], code).notes
        .isEmpty)
  }

  /// A day that only others write is agreed to by a lead all the same; one that nobody may write is not asked for.
  @Test func aLeadAgreesToADayThatTheyDoNotWrite() throws {
    let code = try office.received(born: "1999", on: try office.day(-9))
    let noticed = ["cpc_notified_at", "health_agency_notified_at"]
    try office.record(
      "reception", try [noticed[0]: office.morning(-8), noticed[1]: office.morning(-8)], code,
      by: "social")
    #expect(try due(code, "initial_check")?.standing == .overdue)
    let later = [
      noticed[1]: try office.morning(-1), "reception.correction_reason": "ghi nhầm ngày",
    ]
    let refused = try office.refusal("lead") { casework, session in
      _ = try casework.record("reception", FormInput(texts: later), of: code, as: session)
    }
    #expect(refused == "class")
    let ask = try office.record("reception", later, code, by: "social")
    #expect(ask.notes.map(\.reason) == [.moveAsked])
    #expect(try due(code, "initial_check")?.standing == .overdue)
    _ = try agree(ask.entry, by: "second")
    let line = try #require(try due(code, "initial_check"))
    #expect(line.standing != .overdue && line.item.corrected != nil)
  }

  /// The day that waits is agreed to after the limit was taken away by two others: it counts once the limit is back.
  @Test func aDayThatIsAgreedToWhileTheLimitRestsCountsWhenItIsBack() throws {
    let code = try office.received(born: "1999", on: try office.day(-9))
    let noticed = ["cpc_notified_at", "health_agency_notified_at"]
    try office.record(
      "reception", try [noticed[0]: office.morning(-8), noticed[1]: office.morning(-8)], code,
      by: "social")
    let date = try office.record(
      "reception",
      [noticed[1]: try office.morning(-1), "reception.correction_reason": "ghi nhầm ngày"], code,
      by: "social")
    let path = try office.record("case", ["entry_path": "rescued"], code, by: "social")
    #expect(try due(code, "initial_check")?.standing == .overdue)
    _ = try agree(path.entry, by: "second")
    #expect(try due(code, "initial_check") == nil)
    let given = try agree(date.entry, by: "second")
    #expect(given.notes.map(\.reason) == [.moveResting])
    #expect(given.notes.first?.names.map(\.told).contains("initial_check") == true)
    let back = try office.record("case", ["entry_path": "self_report"], code, by: "social")
    #expect(back.notes.isEmpty)
    let line = try #require(try due(code, "initial_check"))
    #expect(line.standing != .overdue && line.item.corrected != nil)
  }

  /// Its passing is one entry, whatever becomes of the way of arrival in between.
  @Test func aLimitThatComesBackIsNotOverdueTwice() throws {
    let code = try office.received(born: "1999", on: try office.day(-9))
    func noted() throws -> Int {
      try office.act("lead") { casework, session in
        try casework.due(DueScope(), as: session).noted
      }
    }
    #expect(try noted() > 0)
    for way in ["rescued", "self_report"] {
      let asked = try office.record("case", ["entry_path": way], code, by: "social")
      if asked.notes.map(\.reason) == [.moveAsked] { _ = try agree(asked.entry, by: "second") }
    }
    #expect(try due(code, "initial_check")?.standing == .overdue)
    #expect(try noted() == 0)
  }

  /// Each ask is shown with the reason that was written with it, and with what stands.
  @Test func asksAreShownEachWithItsReason() throws {
    let days = [try office.morning(-3), try office.morning(-2)]
    let asks = try zip(days, ["ghi nhầm tháng", "nhận hôm sau"]).map { day, reason in
      try office.record(
        "verification", ["police_request_at": day, "correction_reason": reason],
        office.askedOfPolice(30)
      ).entry
    }
    let stands = try office.morning(-30)
    for handle in ["second", "social"] {
      let shown = try office.act(handle) { casework, session in
        try casework.approvals(as: session).asks.filter { asks.contains($0.ask.entry) }
          .map { try casework.corrections(of: $0, as: session) }
      }
      #expect(shown.map { $0.map(\.reason) } == [["ghi nhầm tháng"], ["nhận hôm sau"]])
      #expect(
        shown.flatMap { $0 }.map(\.before) == Array(repeating: .dateTime(stands), count: 2))
      #expect(shown.flatMap { $0 }.map(\.after.value) == days.map(FieldValue.dateTime))
    }
  }

  // MARK: What is recorded after it

  private func waiting(_ code: CaseCode) throws -> [Int] {
    try office.act("second") { casework, session in
      try casework.approvals(as: session).asks.filter { $0.caseCode == code.text }.map(\.ask.entry)
    }
  }

  private func later(_ days: Int, _ code: CaseCode) throws -> RecordedForm {
    try office.record(
      "verification", ["police_request_at": office.morning(days), "correction_reason": "x"], code)
  }

  @Test func whatIsRecordedLastTakesThePlaceOfWhatWaits() throws {
    let code = try office.askedOfPolice(30)
    let slip = try later(-3, code)
    let again = try later(-2, code)
    #expect(again.notes.map(\.reason) == [.moveAsked, .askLapsed])
    #expect(try waiting(code) == [again.entry])
    #expect(throws: CaseworkError.self) { _ = try agree(slip.entry, by: "second") }
    // The day that stands was right: nothing is asked any more.
    let right = try office.record("verification", ["police_request_at": office.morning(-30)], code)
    #expect(right.notes.map(\.reason) == [.askLapsed])
    #expect(
      right.notes.first?.names.map(\.told) == [
        "verification.police_request_at"
      ])
    #expect(try waiting(code) == [])
    #expect(try due(code, "police_verify")?.standing == .overdue)
    // Another field of the record leaves it alone.
    let waits = try later(-3, code)
    try office.record("verification", ["police_request_to": "Phòng PC02"], code)
    #expect(try waiting(code) == [waits.entry])
    try office.expectSound()
  }

  @Test func whoAskedTakesItBack() throws {
    let code = try office.askedOfPolice(30)
    let slip = try later(-3, code)
    try office.refuse(slip.entry, by: "lead")
    #expect(try waiting(code) == [])
    #expect(throws: CaseworkError.self) { _ = try agree(slip.entry, by: "second") }
    #expect(try due(code, "police_verify")?.standing == .overdue)
    try office.expectSound()
  }

  /// Nobody could agree any more in a file that has ended, nor is one closed on the date that was corrected.
  @Test func aFileIsNotClosedWhileADateWaits() throws {
    let code = try office.askedOfPolice(30)
    func close() throws -> RuleStop? {
      try office.stop {
        try office.act("social") { casework, session in
          _ = try casework.close(
            code, to: "closed", FormInput(texts: ["closure_reason": "died"]),
            naming: Casework.closingFields, as: session)
        }
      }
    }
    let slip = try later(-3, code)
    #expect(try close()?.reason == .asksWait)
    try office.refuse(slip.entry)
    #expect(try close() == nil)
    let closing = try #require(try waiting(code).first)
    let another = try later(-3, code)
    #expect(try office.stop { _ = try agree(closing, by: "second") }?.reason == .asksWait)
    try office.refuse(another.entry, by: "lead")
    _ = try agree(closing, by: "second")
  }
}
