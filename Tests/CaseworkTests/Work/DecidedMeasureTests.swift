import Testing
import Vault

@testable import Casework

/// What a competent body decided of somebody's protection it alone changes: its kind, its days (Law 53/2024 Art. 34, 35).
@Suite(.serialized) struct DecidedMeasureTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  private func measure(_ answers: [String: String], by handle: String) throws -> (
    code: CaseCode, record: RecordID
  ) {
    let code = try desk.opened()
    try desk.record("protection", answers.mapValues { .text($0) }, code, by: handle)
    return try desk.office.act(handle) { casework, session in
      let page = try casework.show(
        "protection", of: code, classes: [.safety], for: .careManagement, as: session)
      return (code, try #require(page.records.last { $0.entity.name == "measure" }?.id))
    }
  }

  private func change(
    _ answers: [String: String], _ measure: (code: CaseCode, record: RecordID),
    by handle: String
  ) throws -> RuleStop? {
    try desk.stop {
      try desk.record(
        "protection", answers.mapValues { .text($0) }, measure.code, by: handle,
        correcting: measure.record)
    }
  }

  @Test func aDecidedMeasureIsNotTheSocialWorkersToChange() throws {
    let decided = try measure(
      [
        "measure.kind": "guard", "measure.decision_no": "9/QĐ", "measure.from": "2026-09-21",
        "measure.to": "2027-06-30",
      ], by: "lead")
    for (name, value) in [
      ("to", "2027-04-02"), ("to", "2027-12-31"), ("to", "[declined]"), ("from", "2026-09-20"),
      ("kind", "other"), ("urgent", "yes"),
    ] {
      let answer: FieldInput = value.hasPrefix("[") ? .state("declined") : .text(value)
      let stop = try desk.stop {
        try desk.record(
          "protection", ["measure." + name: answer], decided.code, by: "social",
          correcting: decided.record)
      }
      #expect(stop?.reason == .otherRole && stop?.obstacle == .role, "\(name)")
      #expect(stop?.names == [.role(.lead), .role(.police)])
      #expect(stop?.citation?.text == "Law 53/2024 Art. 34, 35")
    }
    // What changes nothing of it, and what they come back to it for.
    #expect(try change(["measure.to": "2027-06-30"], decided, by: "social") == nil)
    #expect(try change(["measure.paper_ref": "sổ 2, trang 3"], decided, by: "social") == nil)
    #expect(try change(["measure.end_reviewed_at": "2026-09-21"], decided, by: "social") == nil)
    #expect(try change(["measure.to": "2027-12-31"], decided, by: "lead") == nil)
  }

  @Test func anUrgentOneIsTheirsUntilItIsDecided() throws {
    let urgent = try measure(
      ["measure.kind": "shelter", "measure.urgent": "yes", "measure.from": "2026-09-21"],
      by: "social")
    #expect(try change(["measure.to": "2026-10-21"], urgent, by: "social") == nil)
    #expect(try change(["measure.decision_no": "10/QĐ"], urgent, by: "lead") == nil)
    #expect(try change(["measure.to": "2026-12-31"], urgent, by: "social")?.reason == .otherRole)
  }
}
