import Testing
import Vault

@testable import Casework

/// Nobody is brought to a border gate before the papers are there (Law 53/2024 Art. 31(4), 31(5), 31(6)).
@Suite struct BorderGateRuleTests {
  private static let file = [
    "case.status": "identified", "case.entry_path": "foreigner",
    "case.received_at": "2026-10-01T08:00+07:00",
  ]
  private static let gate = ["repatriation.brought_to_gate_at": "2026-11-20T08:00+07:00"]
  private static let note = ["repatriation.consent_note_at": "2026-11-02"]
  private static let plan = ["repatriation.return_plan_at": "2026-11-10"]

  private static func stop(
    _ answers: [String: String], on standing: [String: String] = [:]
  ) throws -> RuleStop? {
    try FormBench.stop(
      "rescue", answers, on: standing.isEmpty ? [file] : [file, standing])
  }

  @Test func theNoteAndThePlanComeFirst() throws {
    let first = try Self.stop(Self.gate)
    #expect(first?.reason == .missing && first?.citation?.text == "Law 53/2024 Art. 31(4)")
    #expect(first?.names.map(\.told) == ["repatriation.consent_note_at"])
    let second = try Self.stop(Self.gate, on: Self.note)
    #expect(second?.names.map(\.told) == ["repatriation.return_plan_at"])
    #expect(second?.citation?.text == "Law 53/2024 Art. 31(5)")
    let both = Self.note.merging(Self.plan) { $1 }
    #expect(try Self.stop(Self.gate, on: both) == nil)
    // All of it from one paper, and the papers without the gate.
    #expect(try Self.stop(both.merging(Self.gate) { $1 }) == nil)
    #expect(try Self.stop(both) == nil)
  }

  @Test func neitherIsTakenAwayBehindIt() throws {
    let all = Self.note.merging(Self.plan) { $1 }.merging(Self.gate) { $1 }
    let stop = try Self.stop(["repatriation.return_plan_at": "[declined]"], on: all)
    #expect(stop?.reason == .missing)
  }
}
