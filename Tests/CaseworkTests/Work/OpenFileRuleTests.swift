import Testing
import Vault

@testable import Casework

/// What a file that has ended still takes, form by form.
@Suite struct OpenFileRuleTests {
  private static let answers: [String: [String: String]] = [
    "case": ["case.person_category": "foreigner"],
    "consent": ["consent.giver": "self"],
    "health": ["health.triage": "urgent"],
    "identification": ["indicator.indicator": "isolation"],
    "person": ["person.phone": "+84900000001"],
    "protection": ["protection.risk_level": "high"],
    "reception": ["reception.reporter_kind": "self"],
    "referral": ["referral.purpose": "legal_aid"],
    "rescue": ["rescue.rescue_unit": "Đồn Biên phòng"],
    "support": ["support_item.regime": "a"],
    "verification": ["verification.police_request_to": "Phòng Cảnh sát hình sự"],
  ]

  @Test(arguments: ["closed", "transferred"])
  func aFileThatEndedTakesNoForm(status: String) throws {
    for (form, answers) in Self.answers {
      let stop = try FormBench.stop(form, answers, on: [["case.status": status]])
      #expect(stop?.reason == .fileClosed, "\(form)")
      #expect(stop?.obstacle == .state, "\(form)")
    }
  }

  /// Every form that people type has its line above, or is one of what the person asks for.
  @Test func noFormIsForgotten() {
    let typed = Set(FormBench.book.fields.filter(\.isTyped).compactMap(\.form))
    let free: Set<String> = ["request", "restriction", "evidence", "facts"]
    #expect(typed.subtracting(free) == Set(Self.answers.keys))
  }

  @Test(arguments: [
    "reported", "received", "in_process", "identified", "reintegration", "reopened",
  ])
  func anOpenFileTakesThem(status: String) throws {
    for form in ["person", "health", "rescue", "reception"] {
      let answers = try #require(Self.answers[form])
      #expect(try FormBench.stop(form, answers, on: [["case.status": status]]) == nil, "\(form)")
    }
  }

  @Test func whatThePersonAsksForHasNoEnd() throws {
    let closed = ["case.status": "closed"]
    let request = ["request.kind": "access", "request.received": "2026-11-20T09:00+07:00"]
    #expect(try FormBench.stop("request", request, on: [closed]) == nil)
    let withdrawn = ["consent.giver": "self", "consent.withdrawn_at": "2026-11-20T09:00+07:00"]
    #expect(
      try FormBench.stop(
        "consent", ["consent.recipients_told_at": "2026-11-21T09:00+07:00"],
        on: [closed, withdrawn], correcting: 1) == nil)
    #expect(
      try FormBench.stop("case", ["closure.reopen_reason": "trở lại"], on: [closed]) == nil)
  }
}
