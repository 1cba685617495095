import Testing

@testable import Casework

/// A limit that has passed is lengthened no more, and the refusal says which it was.
@Suite struct PassedLimitTests {
  /// Which limit it was, beside what is due now.
  @Test func aRefusalNamesTheLimitThatPassed() throws {
    let asked = [
      "case.status": "in_process", "case.entry_path": "self_report",
      "case.legal_regime": "L53_2024", "case.received_at": "2026-10-01T08:00+07:00",
      "verification.initial_check_result": "insufficient",
      "verification.police_request_at": "2026-11-10T09:00+07:00",
    ]
    let complex = ["extension.step": "complex", "extension.reason": "nhiều địa bàn"]
    let late = try FormBench.stop(
      "verification", complex, on: [asked], at: "2026-12-01T00:00+07:00")
    #expect(late?.reason == .limitPassed)
    #expect(late?.names.map(\.told) == ["police_verify", "identification.decided_at"])
    let known = complex.merging(["extension.until": "2026-12-18"]) { $1 }
    let grown = try FormBench.stop(
      "verification", ["extension.until": "2027-01-05"], on: [asked, known], correcting: 1,
      at: "2026-12-19T08:00+07:00")
    #expect(grown?.names.map(\.told) == ["police_verify_complex", "identification.decided_at"])
  }
}
