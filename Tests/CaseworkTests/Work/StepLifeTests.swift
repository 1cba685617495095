import Casework
import Testing
import Vault

/// The legal status moved by the people whom the table names, with what it asks for, and never by one
/// where the law wants two.
@Suite(.serialized) struct StepLifeTests {
  private static let made = Result {
    try CaseOffice(crew: CaseOffice.crew + [("second", .lead)])
  }

  private static func office() throws -> CaseOffice { try made.get() }

  /// A case of the social worker's, and the fields that reception asks.
  private static func opened(_ office: CaseOffice) throws -> CaseCode {
    try office.act("social") { casework, session in
      try casework.openCase(
        FormInput(texts: [
          "full_name": "Lò Thị Mây", "birth_date": "1999", "entry_path": "self_report",
          "received_at": "2026-09-20T07:30+07:00", "receiving_unit": "01",
          "limits_explained_at": "2026-09-20T08:00+07:00",
        ]), as: session
      ).code
    }
  }

  private static func record(
    _ form: String, _ texts: [String: String], _ code: CaseCode, by handle: String,
    _ office: CaseOffice
  ) throws {
    try office.act(handle) { casework, session in
      _ = try casework.record(form, FormInput(texts: texts), of: code, as: session)
    }
  }

  private static func step(
    _ code: CaseCode, to status: String, by handle: String, _ office: CaseOffice
  ) throws -> StepOutcome {
    try office.act(handle) { casework, session in
      try casework.step(code, to: status, as: session)
    }
  }

  /// Why a step was stopped, with its entry.
  private static func stop(
    _ code: CaseCode, to status: String, by handle: String, _ office: CaseOffice
  ) throws -> RuleStop? {
    do {
      _ = try step(code, to: status, by: handle, office)
      return nil
    } catch CaseworkError.stopped(let stop) { return stop }
  }

  private static func status(_ code: CaseCode, _ office: CaseOffice) throws -> String? {
    try office.act("lead") { casework, session in
      let page = try casework.show(nil, of: code, for: nil, as: session)
      guard case .text(let status) = page["case.status"] else { return nil }
      return status
    }
  }

  @Test func aFileGoesToIdentificationByTwoPeople() throws {
    let office = try Self.office()
    let code = try Self.opened(office)
    let early = try #require(try Self.stop(code, to: "in_process", by: "lead", office))
    #expect(early.reason == .missing && early.entry != nil)
    #expect(
      early.names.compactMap(\.fieldName) == [
        "case.health_agency_notified_at", "case.person_category",
      ])
    try Self.record(
      "reception", ["health_agency_notified_at": "2026-09-20T09:00+07:00"], code, by: "social",
      office)
    try Self.record("case", ["person_category": "in_process_vn_domestic"], code, by: "lead", office)
    #expect(try Self.stop(code, to: "in_process", by: "social", office)?.reason == .otherRole)
    #expect(try !Self.step(code, to: "in_process", by: "lead", office).isAsked)
    #expect(try Self.status(code, office) == "in_process")

    #expect(try Self.stop(code, to: "identified", by: "lead", office)?.reason == .missing)
    // The decision rests on evidence, and the table asks for all of it.
    try office.act("social") { casework, session in
      _ = try casework.record(
        "identification", FormInput(["evidence_source": .list(["rescue_body"])]), of: code,
        as: session)
    }
    try Self.record(
      "identification",
      ["decision": "victim", "decided_by": "provincial_police", "decided_at": "2026-09-21"], code,
      by: "lead", office)
    let lacking = try #require(try Self.stop(code, to: "identified", by: "lead", office))
    #expect(lacking.names.compactMap(\.fieldName) == ["identification.certificate_no"])
    #expect(lacking.citation?.text.contains("Art. 27(4)") == true)
    try Self.record("identification", ["certificate_no": "12/GXN"], code, by: "lead", office)
    let asked = try Self.step(code, to: "identified", by: "lead", office)
    #expect(asked.isAsked)
    #expect(try Self.status(code, office) == "in_process")

    // Who asked does not answer, and a social worker is not the second whom the step needs.
    #expect(try answer(asked.entry, by: "lead", office) == .ownWork)
    let own = try office.stop {
      try office.act("lead") { casework, session in
        _ = try casework.approve(asked.entry, as: session)
      }
    }
    // The step that is waited for, and not another that leads to the same status.
    #expect(own?.citation == lacking.citation && own?.label == lacking.label)
    #expect(try answer(asked.entry, by: "social", office) == .otherRole)
    #expect(try Self.status(code, office) == "in_process")
    #expect(try answer(asked.entry, by: "second", office) == nil)
    #expect(try Self.status(code, office) == "identified")
    let again = #expect(throws: CaseworkError.self) {
      _ = try answer(asked.entry, by: "second", office)
    }
    guard case .vault(.noted(.nothingAsked, _)) = again else {
      Issue.record("no entry tells of it")
      return
    }
  }

  /// The approver is not the author, whoever asked (design, "Two people"); and what was decided before the
  /// person came was decided of nobody.
  @Test func whoWroteTheDecisionDoesNotAgreeToIt() throws {
    let office = try Self.office()
    let code = try Self.opened(office)
    try Self.record(
      "reception", ["health_agency_notified_at": "2026-09-20T09:00+07:00"], code, by: "social",
      office)
    try Self.record("case", ["person_category": "in_process_vn_domestic"], code, by: "lead", office)
    _ = try Self.step(code, to: "in_process", by: "lead", office)
    try office.act("social") { casework, session in
      _ = try casework.record(
        "identification", FormInput(["evidence_source": .list(["rescue_body"])]), of: code,
        as: session)
    }
    let decision = [
      "decision": "victim", "decided_by": "provincial_police", "decided_at": "2026-09-21",
      "certificate_no": "12/GXN",
    ]
    try Self.record("identification", decision, code, by: "second", office)
    let asked = try Self.step(code, to: "identified", by: "lead", office)
    #expect(try answer(asked.entry, by: "second", office) == .ownDecision)
    #expect(try Self.status(code, office) == "in_process")
    let again = try Self.step(code, to: "identified", by: "second", office)
    #expect(try answer(again.entry, by: "lead", office) == nil)
    #expect(try Self.status(code, office) == "identified")
  }

  /// Intake writes that the limits were explained, and takes the file in.
  @Test func intakeTakesInWhatItRecorded() throws {
    let office = try Self.office()
    let code = try office.act("intake") { casework, session in
      try casework.openCase(
        FormInput(texts: ["entry_path": "self_report", "receiving_unit": "01"]), isReported: true,
        as: session
      ).code
    }
    try Self.record(
      "case", ["received_at": "2026-09-20T07:30+07:00"], code, by: "intake", office)
    try Self.record(
      "reception", ["limits_explained_at": "2026-09-20T08:00+07:00"], code, by: "intake", office)
    let taken = try Self.step(code, to: "received", by: "intake", office)
    #expect(taken.notes.contains { $0.reason == .askedLater })
    #expect(try Self.status(code, office) == "received")
  }

  /// A file that was opened as an arrival never took the step that asks how somebody came: it is asked the
  /// same before it goes on, and the limits of Art. 27 run while nobody has said it.
  @Test func aFileOpenedAsAnArrivalIsAskedTheSame() throws {
    let office = try Self.office()
    let opened = try office.act("social") { casework, session in
      try casework.openCase(FormInput(texts: [:]), as: session)
    }
    #expect(
      opened.missing.map(\.qualifiedName) == [
        "case.entry_path", "case.receiving_unit", "case.health_agency_notified_at",
        "case.person_category", "reception.limits_explained_at",
      ])
    let clocks = try office.act("social") { casework, session in
      try casework.show(nil, of: opened.code, for: nil, as: session).clocks.map(\.item.clock)
    }
    #expect(Set(clocks) == ["notify_health", "initial_check"])
    let now = try office.act("social") { casework, _ in casework.moment.text }
    try Self.record(
      "reception", ["health_agency_notified_at": now], opened.code, by: "social", office)
    try Self.record("case", ["person_category": "foreigner"], opened.code, by: "lead", office)
    let stop = try #require(try Self.stop(opened.code, to: "in_process", by: "lead", office))
    #expect(stop.reason == .missing)
    #expect(
      stop.names.map(\.text) == [
        "case.entry_path", "case.receiving_unit",
        "reception.limits_explained_at|reception.limits_not_explained",
      ])
    try Self.record(
      "case", ["entry_path": "rescued", "receiving_unit": "01"], opened.code, by: "social", office)
    try Self.record(
      "reception", ["limits_not_explained": "chưa có phiên dịch"], opened.code, by: "social", office
    )
    _ = try Self.step(opened.code, to: "in_process", by: "lead", office)
    #expect(try Self.status(opened.code, office) == "in_process")
    let after = try office.act("social") { casework, session in
      try casework.show(nil, of: opened.code, for: nil, as: session).clocks.map(\.item.clock)
    }
    #expect(after == [])
  }

  @Test func whatWasRefusedLeavesTheFileAsItWas() throws {
    let office = try Self.office()
    let code = try Self.opened(office)
    for status in ["reported", "reintegration", "reopened", "transferred", "not_identified"] {
      let stop = try #require(try Self.stop(code, to: status, by: "lead", office), "\(status)")
      #expect(stop.reason == (status == "transferred" ? .missing : .noStep), "\(status)")
      #expect(stop.citation != nil, "\(status)")
    }
    #expect(try Self.stop(code, to: "received", by: "lead", office)?.reason == .sameStatus)
    // The rule that leads there from elsewhere, and the steps that lead on from here.
    let stop = try #require(try Self.stop(code, to: "not_identified", by: "lead", office))
    let book = Book.builtIn.steps.steps
    let rule = try #require(book.first { $0.id == "not_identify" })
    #expect(stop.citation == rule.citation && stop.label == rule.label)
    #expect(stop.names == book.filter { $0.from == "received" }.map(StopName.step))
    #expect(try Self.status(code, office) == "received")
  }

  @Test func aClosedFileOpensAgainWhereItStood() throws {
    let office = try Self.office()
    let code = try Self.opened(office)
    let why = FormInput(texts: ["closure_reason": "withdrew"])
    // Clocks still run: the commune and the health agency have not been told.
    let stop = try #require(try closing(code, why, by: "social", office))
    #expect(stop.reason == .missing && stop.names.contains { $0.isClock("notify_health") })
    try Self.record(
      "reception",
      [
        "cpc_notified_at": "2026-09-20T09:00+07:00",
        "health_agency_notified_at": "2026-09-20T09:00+07:00",
      ], code, by: "social", office)
    try Self.record(
      "verification", ["initial_check_at": "2026-09-20T10:00+07:00"], code, by: "lead", office)
    #expect(try closing(code, why, by: "lead", office)?.reason == .otherRole)
    #expect(try closing(code, why, by: "social", office) == nil)
    let asked = try office.act("second") { casework, session in
      try casework.approvals(as: session).asks.filter { $0.caseCode == code.text }
    }
    #expect(asked.map(\.ask.subject) == ["closed"] && asked.first?.askerHandle == "social")
    let ask = try #require(asked.first)
    #expect(try answer(ask.ask.entry, by: "second", office) == nil)
    #expect(try Self.status(code, office) == "closed")

    #expect(try Self.stop(code, to: "received", by: "lead", office)?.reason == .noStep)
    try office.act("lead") { casework, session in
      _ = try casework.close(
        code, to: "reopened", FormInput(texts: ["reopen_reason": "người đó trở lại"]),
        naming: Casework.reopeningFields, as: session)
    }
    #expect(try Self.status(code, office) == "reopened")
    #expect(try Self.stop(code, to: "in_process", by: "lead", office)?.reason == .missing)
    #expect(try !Self.step(code, to: "received", by: "lead", office).isAsked)
    // The closure of before does not close it again.
    #expect(try Self.stop(code, to: "closed", by: "social", office)?.reason == .missing)
  }

  private func closing(
    _ code: CaseCode, _ why: FormInput, by handle: String, _ office: CaseOffice
  ) throws -> RuleStop? {
    do {
      try office.act(handle) { casework, session in
        _ = try casework.close(
          code, to: "closed", why, naming: Casework.closingFields, as: session)
      }
      return nil
    } catch CaseworkError.stopped(let stop) { return stop }
  }

  private func answer(_ entry: Int, by handle: String, _ office: CaseOffice) throws -> StopReason? {
    do {
      try office.act(handle) { casework, session in
        _ = try casework.approve(entry, as: session)
      }
      return nil
    } catch CaseworkError.stopped(let stop) {
      #expect(stop.entry != nil)
      return stop.reason
    }
  }
}

extension StopName {
  fileprivate var fieldName: String? {
    if case .field(let field) = self { return field.qualifiedName }
    return nil
  }

  fileprivate func isClock(_ id: String) -> Bool {
    if case .clock(let rule) = self { return rule.id == id }
    return false
  }
}
