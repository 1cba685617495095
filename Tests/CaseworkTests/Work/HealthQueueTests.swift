import Testing

@testable import Casework
@testable import Vault

/// Who waits for the health check on reception, and who sees whom.
@Suite(.serialized) struct HealthQueueTests {
  private let office: CaseOffice
  private let noDay, first, second: CaseCode

  init() throws {
    office = try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("intake", .intake), ("health", .healthStaff),
      ("auditor", .auditor),
    ])
    noDay = try office.received(born: "1999", on: "2026-09-18")
    second = try office.received(born: "2000", on: "2026-09-20")
    first = try office.received(born: "2001", on: "2026-09-20")
    // An hour later than the other, though its text sorts before.
    for (code, due) in [(second, "2026-09-24T03:00Z"), (first, "2026-09-24T09:00+07:00")] {
      try office.act("duty") { casework, session in
        _ = try casework.assign("health", to: code, owner: false, as: session)
      }
      try write(["health_check_due": .text(due)], code)
    }
  }

  private func write(_ values: [String: FieldInput], _ code: CaseCode) throws {
    try office.act("health") { casework, session in
      _ = try casework.record("health", FormInput(values), of: code, as: session)
    }
  }

  private func queue(_ handle: String) throws -> HealthQueue {
    try office.act(handle) { casework, session in try casework.healthQueue(as: session) }
  }

  private func codes(_ handle: String) throws -> [String] {
    try queue(handle).lines.map(\.caseCode)
  }

  @Test func soonestFirstThenWhoHasNoDay() throws {
    #expect(try codes("duty") == [first, second, noDay].map(\.text))
    #expect(try codes("lead") == [first, second, noDay].map(\.text))
    #expect(try codes("health") == [first, second].map(\.text))
    #expect(try codes("intake").isEmpty)
    let lines = try queue("duty").lines
    #expect(lines.map(\.stage) == [.verification, .verification, .verification])
    #expect(lines[0].due != nil && lines[2].due == nil)
  }

  @Test func whoWasExaminedOrDeclinedWaitsNoMore() throws {
    try write(["health_check_at": .text("2026-09-20T10:00+07:00")], first)
    #expect(try codes("health") == [second.text])
    try write(["health_check_at": .state("declined")], second)
    #expect(try codes("duty") == [noDay.text])
  }

  /// Nobody knew whether there was one: somebody has to ask.
  @Test func whatNobodyKnowsIsStillOpen() throws {
    try write(["health_check_at": .state("unknown")], first)
    #expect(try codes("health") == [first, second].map(\.text))
  }

  @Test func whoIsOnlyToldOfIsNotThereYet() throws {
    try office.act("intake") { casework, session in
      _ = try casework.openCase(
        FormInput(texts: ["entry_path": "hotline111", "receiving_unit": "01"]), isReported: true,
        as: session)
    }
    #expect(try codes("duty").count == 3)
  }

  @Test func whoReadsNoCasesSeesNobody() throws {
    #expect(try office.refusal("auditor") { _ = try $0.healthQueue(as: $1) } == "role")
  }
}
