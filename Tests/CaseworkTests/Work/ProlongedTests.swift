import Testing
import Vault

@testable import Casework

/// The second step of the police limit comes after the first (Law 53/2024 Art. 27(3)).
@Suite struct ProlongedTests {
  private func lengthen(
    _ answers: [String: String], after: [[String: String]], at now: String
  ) throws -> RuleStop? {
    let file = [
      "case.status": "in_process", "case.entry_path": "self_report",
      "case.received_at": "2026-11-02T08:00+07:00",
      "verification.initial_check_at": "2026-11-04T08:00+07:00",
      "verification.initial_check_result": "insufficient",
      "verification.police_request_at": "2026-11-10T08:00+07:00",
    ]
    return try FormBench.stop("verification", answers, on: [file] + after, at: now)
  }

  /// The day of an extension that is over is not moved on, whenever it was decided; while it runs it takes a reason.
  @Test func anExtensionThatIsOverIsNotLengthened() throws {
    func move(_ answers: [String: String], at day: String) throws -> RuleStop? {
      let file = [
        "case.status": "in_process", "case.entry_path": "self_report",
        "case.received_at": "2026-10-20T08:00+07:00",
        "verification.police_request_at": "2026-10-31T08:00+07:00",
      ]
      let complex = [
        "extension.step": "complex", "extension.reason": "nhiều địa bàn",
        "extension.until": "2026-11-25", "extension.decided_at": "2026-11-20",
      ]
      return try FormBench.stop(
        "verification", answers, on: [file, complex], correcting: 1, at: day + "T09:00+07:00")
    }
    let longer = ["extension.until": "2026-12-31"]
    let reasoned = longer.merging(["extension.reason": "giấy ghi ngày khác"]) { $1 }
    for answers in [longer, reasoned, ["extension.until": "[declined]"]] {
      let stop = try #require(try move(answers, at: "2026-11-30"))
      #expect(stop.reason == .limitPassed && stop.obstacle == .expired)
      #expect(stop.citation?.text == "Law 53/2024 Art. 27(3)")
    }
    let bare = try move(longer, at: "2026-11-24")
    #expect(bare?.reason == .moveReason && bare?.names.map(\.told) == ["extension.reason"])
    #expect(try move(reasoned, at: "2026-11-24") == nil)
    // What ends sooner is nobody's loss.
    #expect(try move(["extension.until": "2026-11-24"], at: "2026-11-24") == nil)
  }

  /// On the day on which a case is called complex nobody knows that two months will not be enough.
  @Test func prolongedComesOnALaterDay() throws {
    func dated(_ step: String, _ day: String?, entered: String? = nil) -> [String: String] {
      var answers: [String: String] = ["extension.step": step, "extension.reason": "nhiều địa bàn"]
      answers["extension.decided_at"] = day
      answers["extension.entered_at"] = entered
      return answers
    }
    let now = "2026-11-25T09:00+07:00"
    let complex = dated("complex", "2026-11-20")
    let same = try lengthen(dated("prolonged", "2026-11-20"), after: [complex], at: now)
    #expect(
      same?.reason == .prolongedTooSoon && same?.names.map(\.told) == ["extension.decided_at"])
    #expect(same?.citation == Citation(text: "Law 53/2024 Art. 27(3)", isVerified: true))
    #expect(
      try lengthen(dated("prolonged", "2026-11-19"), after: [complex], at: now)?.reason
        == .prolongedTooSoon)
    #expect(try lengthen(dated("prolonged", "2026-11-21"), after: [complex], at: now) == nil)
    // Of a paper that has no day that on which it was recorded counts.
    let entered = dated("complex", nil, entered: now)
    #expect(
      try lengthen(dated("prolonged", nil), after: [entered], at: now)?.reason
        == .prolongedTooSoon)
    #expect(
      try lengthen(dated("prolonged", nil), after: [entered], at: "2026-11-26T09:00+07:00")
        == nil)
  }
}
