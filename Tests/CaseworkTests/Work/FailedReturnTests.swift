import Testing
import Vault

@testable import Casework

/// Somebody who goes home a second time does not go by what was found out before the first.
@Suite struct FailedReturnTests {
  private let desk: ReleaseOffice

  init() throws {
    desk = ReleaseOffice(
      office: try CaseOffice(crew: [
        ("duty", .duty), ("social", .socialWorker), ("second", .lead),
      ]))
  }

  private static let firstReturn: [String: String] = [
    "reintegration.return_unit": "01", "reintegration.return_line": "số 5",
    "reintegration.return_safety": "an toàn", "reintegration.return_danger": "no",
  ]

  private func support(_ answers: [String: String], _ code: CaseCode) throws {
    try desk.record("support", answers.mapValues { .text($0) }, code)
  }

  private func step(_ code: CaseCode, to status: String) throws -> StepOutcome {
    try desk.office.act("lead") { casework, session in
      try casework.step(code, to: status, as: session)
    }
  }

  private func missing(_ code: CaseCode) throws -> Set<String> {
    try desk.office.act("lead") { casework, session in
      Set(try casework.checkStep(code, to: "reintegration", as: session).missing.map(\.told))
    }
  }

  private func today() throws -> String {
    try desk.office.act("lead") { casework, _ in casework.moment.dayInVietnam.text }
  }

  private func values(_ code: CaseCode) throws -> [FieldID: FieldValue] {
    try desk.office.act("lead") { casework, session in
      let fields = Set(casework.book.fields.filter { $0.entityName == "reintegration" }.map(\.id))
      let look = try casework.look(at: casework.id(of: code), fields, as: session)
      return look.records.records.reduce(into: [:]) { $0.merge($1.values) { $1 } }
    }
  }

  /// Home, closed there, and reopened.
  private func reopened() throws -> CaseCode {
    let code = try desk.opened(born: "1990")
    try desk.record(
      "reception",
      [
        "cpc_notified_at": .text("2026-09-21T00:00+07:00"),
        "health_agency_notified_at": .text("2026-09-21T00:00+07:00"),
        "limits_explained_at": .text("2026-09-21T00:00+07:00"),
      ], code)
    try desk.record("case", ["receiving_unit": .text("01")], code)
    try desk.record(
      "case", ["person_category": .text("in_process_vn_domestic")], code, by: "lead")
    try desk.record(
      "verification", ["initial_check_at": .text("2026-09-21T00:00+07:00")], code, by: "lead")
    _ = try step(code, to: "in_process")
    let day = try today()
    try desk.record("identification", ["evidence_source": .list(["rescue_body"])], code)
    try desk.record(
      "identification",
      [
        "decision": .text("victim"), "decided_by": .text("provincial_police"),
        "decided_at": .text(day), "certificate_no": .text("12/GXN"),
      ], code, by: "lead")
    let asked = try step(code, to: "identified")
    try desk.office.act("second") { casework, session in
      _ = try casework.approve(asked.entry, as: session)
    }
    try support(["plan.reviewed_at": day, "plan.goals": "về nhà"], code)
    try support(Self.firstReturn, code)
    _ = try step(code, to: "reintegration")
    try support(["reintegration.returned_on": day], code)
    desk.office.wait(days: 32)
    try support(["reintegration.follow_up_1_at": try today()], code)
    try close(code)
    try desk.office.act("lead") { casework, session in
      _ = try casework.close(
        code, to: "reopened", FormInput(texts: ["reopen_reason": "bỏ nhà đi"]),
        naming: Casework.reopeningFields, as: session)
    }
    return code
  }

  private func close(_ code: CaseCode) throws {
    let asked = try desk.office.act("social") { casework, session in
      try casework.close(
        code, to: "closed", FormInput(texts: ["closure_reason": "reintegrated"]),
        naming: Casework.closingFields, as: session)
    }
    try desk.office.act("second") { casework, session in
      _ = try casework.approve(asked.entry, as: session)
    }
  }

  @Test func placeSafetyAndPlanAreAskedAnew() throws {
    let code = try reopened()
    desk.office.wait(days: 2)
    let back = try step(code, to: "identified")
    #expect(back.notes.map(\.reason).contains(.returnAnew))
    #expect(
      try missing(code) == [
        "plan.reviewed_at", "reintegration.return_unit", "reintegration.return_safety",
      ])
    // What was recorded stands in the history, and in no other place.
    #expect(try values(code).values.allSatisfy { $0.state != .given || $0.isMoment })
    try support(Self.firstReturn, code)
    #expect(try missing(code) == ["plan.reviewed_at"])
    try support(["plan.reviewed_at": try today(), "plan.goals": "về nhà dì"], code)
    #expect(try missing(code).isEmpty)
    _ = try step(code, to: "reintegration")
    let running = try desk.office.due(code, "follow_up_1") + desk.office.due(code, "follow_up_3")
    #expect(running.isEmpty)
    #expect(try desk.office.due(code, "return_date").count == 1)
    try support(["reintegration.returned_on": try today()], code)
    #expect(try desk.office.due(code, "follow_up_1").count == 1)
    #expect(try desk.sound())
  }

  /// What was found out of it is not forgotten.
  @Test func dangerThatWasFoundStands() throws {
    let code = try reopened()
    try support(["reintegration.return_danger": "yes"], code)
    _ = try step(code, to: "identified")
    let danger = try Book.field("reintegration.return_danger").id
    let unit = try Book.field("reintegration.return_unit").id
    #expect(try values(code)[danger] == .bool(.yes) && values(code)[unit]?.state != .given)
  }

  /// A file that goes on where it was keeps the visits of that return.
  @Test func whereNothingFailedNothingIsAskedAnew() throws {
    let code = try reopened()
    let on = try step(code, to: "reintegration")
    #expect(!on.notes.map(\.reason).contains(.returnAnew))
    #expect(try desk.office.due(code, "follow_up_3").count == 1)
  }
}

extension FieldValue {
  fileprivate var isMoment: Bool { if case .dateTime = self { true } else { false } }
}
