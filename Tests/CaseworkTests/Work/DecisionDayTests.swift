import Testing

@testable import Casework

/// What a decision lacked when it was taken is added without a reason, for nothing is corrected by it.
@Suite struct DecisionDayTests {
  private static let standing = [
    "case.status": "not_identified", "case.entry_path": "self_report",
    "case.legal_regime": "L53_2024", "case.received_at": "2026-10-01T08:00+07:00",
    "identification.decision": "not_victim", "identification.decision_reason": "không đủ căn cứ",
  ]

  private func stop(_ answers: [String: String], on file: [String: String]) throws -> RuleStop? {
    try FormBench.stop("identification", answers, on: [file])
  }

  @Test func theFirstDayOfItNeedsNoReason() throws {
    let day = ["identification.decided_at": "2026-11-20"]
    #expect(try stop(day, on: Self.standing) == nil)
    let body = ["identification.decided_by": "provincial_police"]
    #expect(try stop(day.merging(body) { $1 }, on: Self.standing) == nil)
    // Another one is a correction, also beside one that is the first.
    let dated = Self.standing.merging(["identification.decided_at": "2026-11-19"]) { $1 }
    #expect(try stop(day, on: dated)?.reason == .decided)
    #expect(try stop(day.merging(body) { $1 }, on: dated)?.reason == .decided)
    #expect(try stop(["identification.decided_at": "[declined]"], on: dated)?.reason == .decided)
    #expect(
      try stop(["identification.decision": "victim"], on: Self.standing)?.reason == .decisionStands)
  }
}
