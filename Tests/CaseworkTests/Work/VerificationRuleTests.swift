import Testing
import Vault

@testable import Casework

/// Verification, its two extensions, and the decision: each refusal with the article that says so.
@Suite struct VerificationRuleTests {
  private static func file(_ more: [String: String] = [:]) -> [String: String] {
    [
      "case.status": "in_process", "case.entry_path": "self_report",
      "case.legal_regime": "L53_2024", "case.received_at": "2026-10-01T08:00+07:00",
      "verification.initial_check_result": "insufficient",
    ].merging(more) { $1 }
  }
  private static let asked = file([
    "verification.police_request_at": "2026-11-10T09:00+07:00"
  ])

  private static func stop(
    _ answers: [String: String], on file: [String: String], at now: String = FormBench.now
  ) throws -> RuleStop? {
    try FormBench.stop("verification", answers, on: [file], at: now)
  }

  // MARK: Request and answer

  @Test func thePoliceAreAskedAfterTheInitialCheck() throws {
    let request = ["verification.police_request_at": "2026-11-10T09:00+07:00"]
    #expect(try Self.stop(request, on: Self.file()) == nil)
    for result in ["sufficient", "certificate_present"] {
      let file = Self.file(["verification.initial_check_result": result])
      let stop = try Self.stop(request, on: file)
      #expect(stop?.reason == .missing && stop?.citation?.text.contains("Art. 27") == true)
      // Who was rescued or came back is verified without a commune and without that check (Art. 28, 30).
      for path in ["rescued", "returned", "foreigner"] {
        let other = file.merging(["case.entry_path": path]) { $1 }
        #expect(try Self.stop(request, on: other) == nil, "\(path)")
      }
    }
  }

  @Test func anAnswerComesAfterTheQuestion() throws {
    let answer = [
      "verification.police_reply_at": "2026-11-09T09:00+07:00",
      "verification.police_reply": "victim",
    ]
    let unasked = try Self.stop(answer, on: Self.file())
    #expect(unasked?.names.map(\.told) == ["verification.police_request_at"])
    #expect(unasked?.citation?.text == "Law 53/2024 Art. 27(3)")
    #expect(
      try FormBench.faults("verification", answer, on: [Self.asked])
        == ["verification.police_reply_at tooEarly"])
    let later = answer.merging(["verification.police_reply_at": "2026-11-11T09:00+07:00"]) { $1 }
    #expect(try Self.stop(later, on: Self.asked) == nil)
    #expect(
      try FormBench.faults(
        "verification", ["verification.initial_check_at": "2026-09-30T09:00+07:00"],
        on: [Self.file()]) == ["verification.initial_check_at beforeReception"])
  }

  // MARK: Extensions

  private static func step(
    _ step: String, until: String? = nil, reason: String? = "nhiều địa bàn"
  ) -> [String: String] {
    var answers = ["extension.step": step]
    answers["extension.until"] = until
    answers["extension.reason"] = reason
    return answers
  }

  private static func lengthen(
    _ answers: [String: String], after: [[String: String]] = [], _ file: [String: String] = asked,
    at now: String = FormBench.now
  ) throws -> RuleStop? {
    try FormBench.stop("verification", answers, on: [file] + after, at: now)
  }

  @Test func theTwoStepsHaveTheirOrder() throws {
    #expect(try Self.lengthen(Self.step("complex")) == nil)
    let early = try Self.lengthen(Self.step("prolonged"))
    #expect(early?.reason == .extensionOrder && early?.names.map(\.told) == ["complex"])
    #expect(early?.citation == Citation(text: "Law 53/2024 Art. 27(3)", isVerified: true))
    let complex = Self.step("complex")
    #expect(try Self.lengthen(Self.step("prolonged"), after: [complex]) == nil)
    #expect(try Self.lengthen(complex, after: [complex])?.names.map(\.told) == ["prolonged"])
    let both = [complex, Self.step("prolonged")]
    #expect(try Self.lengthen(Self.step("prolonged"), after: both)?.names.isEmpty == true)
  }

  @Test func eachNeedsAReasonAndARequest() throws {
    let silent = try Self.lengthen(Self.step("complex", reason: nil))
    #expect(silent?.names.map(\.told) == ["extension.reason"])
    #expect(
      try Self.lengthen(Self.step("complex"), Self.file())?.names.map(\.told)
        == ["verification.police_request_at"])
    let answered = Self.asked.merging([
      "verification.police_reply": "victim",
      "verification.police_reply_at": "2026-11-20T09:00+07:00",
    ]) { $1 }
    #expect(try Self.lengthen(Self.step("complex"), answered)?.reason == .answered)
  }

  /// Received on 10 November: 20 days end on Monday 30 November at 24:00, two months on Sunday 10 January
  /// 2027 and so at the end of Monday, four months on 10 March.
  @Test func eachComesBeforeTheLimitThatItLengthens() throws {
    let complex = Self.step("complex")
    #expect(try Self.lengthen(complex, at: "2026-11-30T23:59+07:00") == nil)
    let late = try Self.lengthen(complex, at: "2026-12-01T00:00+07:00")
    #expect(late?.reason == .limitPassed && late?.obstacle == .expired)
    let prolonged = Self.step("prolonged")
    #expect(try Self.lengthen(prolonged, after: [complex], at: "2027-01-11T23:59+07:00") == nil)
    #expect(
      try Self.lengthen(prolonged, after: [complex], at: "2027-01-12T00:00+07:00")?.reason
        == .limitPassed)
  }

  /// Clocks run from the date on the paper: one that was decided in time may be entered late.
  @Test func theDayOnThePaperCounts() throws {
    func dated(_ day: String) -> [String: String] {
      Self.step("complex").merging(["extension.decided_at": day]) { $1 }
    }
    let late = "2026-12-03T09:00+07:00"
    #expect(try Self.lengthen(dated("2026-11-30"), at: late) == nil)
    #expect(try Self.lengthen(dated("2026-12-01"), at: late)?.reason == .limitPassed)
    #expect(try Self.lengthen(dated("2026-11-09"), at: late)?.reason == .tooEarly)
  }

  /// Nor by putting an extension right once the day until which it lengthened is over.
  @Test func anExtensionThatIsOverDoesNotGrow() throws {
    let known = Self.step("complex", until: "2026-12-18")
    func move(_ answers: [String: String], at now: String) throws -> StopReason? {
      try FormBench.stop("verification", answers, on: [Self.asked, known], correcting: 1, at: now)?
        .reason
    }
    let longer = ["extension.until": "2027-01-05"]
    let reasoned = longer.merging(["extension.reason": "giấy ghi ngày khác"]) { $1 }
    #expect(try move(reasoned, at: "2026-12-18T12:00+07:00") == nil)
    #expect(try move(longer, at: "2026-12-19T08:00+07:00") == .limitPassed)
    // Nor does it grow to the longest by losing its day.
    #expect(
      try move(["extension.until": "[declined]"], at: "2026-12-19T08:00+07:00") == .limitPassed)
    #expect(try move(["extension.until": "2026-12-10"], at: "2026-12-19T08:00+07:00") == nil)
    // Nor by the day of the decision: what was mistyped is taken back, which takes two people.
    let dated = reasoned.merging(["extension.decided_at": "2026-11-29"]) { $1 }
    #expect(try move(dated, at: "2026-12-19T08:00+07:00") == .limitPassed)
  }

  /// The day from which the police have their limit.
  @Test func theDayOfTheRequestIsNotTakenFromUnderTheLimit() throws {
    let request = "verification.police_request_at"
    func away(_ more: [[String: String]] = [], at now: String = FormBench.now) throws -> StopReason?
    {
      try FormBench.stop("verification", [request: "[declined]"], on: [Self.asked] + more, at: now)?
        .reason
    }
    // With a reason, and then two people (`ClockMoveTests`).
    #expect(try away() == .moveReason)
    #expect(try away(at: "2026-12-01T08:00+07:00") == .restsOnIt)
    let decided = Self.step("complex").merging(["extension.decided_at": "2026-11-20"]) { $1 }
    #expect(try away([decided]) == .restsOnIt)
    func moved(_ day: String) throws -> [String] {
      try FormBench.faults(
        "verification",
        [request: day + "T09:00+07:00", "verification.correction_reason": "x"],
        on: [Self.asked, decided])
    }
    #expect(try moved("2026-11-20") == [])
    #expect(try moved("2026-11-21") == [request + " tooLate"])
  }

  @Test func whatThePoliceWereAskedForWantOfStays() throws {
    let result = "verification.initial_check_result"
    for answer in ["sufficient", "[declined]"] {
      #expect(try Self.stop([result: answer], on: Self.asked)?.reason == .restsOnIt, "\(answer)")
    }
    #expect(try Self.stop([result: "certificate_present"], on: Self.asked) == nil)
    #expect(try Self.stop([result: "sufficient"], on: Self.file()) == nil)
  }

  @Test func anAnswerKeepsItsDay() throws {
    let answered = Self.asked.merging([
      "verification.police_reply": "victim",
      "verification.police_reply_at": "2026-11-20T09:00+07:00",
    ]) { $1 }
    let away = ["verification.police_reply_at": "[declined]"]
    #expect(try Self.stop(away, on: answered)?.reason == .restsOnIt)
    let both = away.merging(["verification.police_reply": "[declined]"]) { $1 }
    #expect(try Self.stop(both, on: answered)?.reason == .moveReason)
    let why = ["verification.correction_reason": "ghi nhầm hồ sơ"]
    #expect(try Self.stop(both.merging(why) { $1 }, on: answered) == nil)
    #expect(
      try Self.stop(["verification.police_request_at": "[declined]"], on: answered)?.reason
        == .restsOnIt)
  }

  @Test func nothingGoesBeyondTheLaw() throws {
    func until(_ day: String, _ step: String = "complex", after: [[String: String]] = []) throws
      -> StopReason?
    { try Self.lengthen(Self.step(step, until: day), after: after)?.reason }
    #expect(try until("2026-12-20") == nil)
    #expect(try until("2027-01-11") == nil)
    #expect(try until("2027-01-12") == .beyondLimit)
    #expect(try until("2026-11-30") == .notLater)
    let complex = [Self.step("complex")]
    #expect(try until("2027-03-10", "prolonged", after: complex) == nil)
    #expect(try until("2027-03-11", "prolonged", after: complex) == .beyondLimit)
    #expect(
      try FormBench.faults(
        "verification", Self.step("complex", until: "2026-12"), on: [Self.asked])
        == ["extension.until wholeDateNeeded"])
  }

  @Test func theDayThatWasDecidedIsTheLimit() throws {
    let records = [Self.asked, Self.step("complex", until: "2026-12-18")]
    let file = LawOffice.file(records)
    let clock = try LawOffice.clock("police_verify", file, at: FormBench.now)
    #expect(clock?.rule.id == "police_verify_complex")
    #expect(clock?.deadline?.lastDay.text == "2026-12-18")
  }

  // MARK: The decision

  private static let decision = [
    "identification.decision": "victim", "identification.decided_by": "provincial_police",
    "identification.decided_at": "2026-11-20", "identification.certificate_no": "12/GXN",
  ]

  private static func decide(
    _ answers: [String: String], _ more: [String: String]
  ) throws -> RuleStop? {
    try FormBench.stop("identification", answers, on: [file(more)])
  }

  @Test func aDecisionRestsOnEvidence() throws {
    let stop = try Self.decide(Self.decision, [:])
    #expect(stop?.names.map(\.told) == ["identification.evidence_source"])
    #expect(stop?.citation?.text.contains("Art. 32(1)") == true)
    #expect(
      try Self.decide(Self.decision, ["identification.evidence_source": "rescue_body"]) == nil)
    let no = ["identification.decision": "not_victim", "identification.decision_reason": "x"]
    #expect(try Self.decide(no, [:]) == nil)
  }

  @Test func itIsOfSomebodyInProcessOrWithAPaper() throws {
    for status in ["reported", "received"] {
      let stop = try Self.decide(
        ["identification.certificate_no": "12/GXN"], ["case.status": status])
      #expect(stop?.reason == .notInProcess, "\(status)")
    }
    let paper = [
      "case.status": "received", "verification.initial_check_result": "certificate_present",
    ]
    // Older than the day of reception: that is what a paper one comes with is.
    let old = Self.decision.merging(["identification.decided_at": "2026-09-01"]) { $1 }
    #expect(try Self.decide(old, paper) == nil)
    #expect(
      try FormBench.faults(
        "identification", old,
        on: [Self.file(["identification.evidence_source": "rescue_body"])])
        == ["identification.decided_at beforeReception"])
  }

  @Test func whatWasDecidedIsNotChangedInSilence() throws {
    let standing = Self.decision.merging([
      "case.status": "identified", "identification.evidence_source": "rescue_body",
    ]) { $1 }
    let slip = ["identification.certificate_no": "21/GXN"]
    #expect(
      try Self.decide(slip, standing)?.names.map(\.told) == ["identification.decision_reason"])
    let told = slip.merging(["identification.decision_reason": "ghi nhầm số"]) { $1 }
    #expect(try Self.decide(told, standing) == nil)
    let turned = ["identification.decision": "not_victim", "identification.decision_reason": "x"]
    #expect(try Self.decide(turned, standing)?.reason == .decisionStands)
    // The same once more changes nothing.
    #expect(try Self.decide(Self.decision, standing) == nil)
    let none = ["identification.decision": "[declined]"]
    #expect(try Self.decide(none, standing)?.reason == .decisionStands)
  }

  @Test func theLawOfTheFileIsToldApartByTheDay() throws {
    let paper = [
      "case.status": "received", "verification.initial_check_result": "certificate_present",
    ]
    func notes(_ day: String, _ law: String) throws -> [NoteReason] {
      try FormBench.check(
        "identification", Self.decision.merging(["identification.decided_at": day]) { $1 },
        on: [Self.file(paper.merging(["case.legal_regime": law]) { $1 })]
      ).notes.map(\.reason)
    }
    #expect(try notes("2025-06-30", "L53_2024") == [.olderLaw])
    #expect(try notes("2025-06-30", "L66_2011") == [])
    #expect(try notes("2025-07-01", "L53_2024") == [])
    // Whichever is recorded first, the law of the file or the decision.
    let late = try FormBench.stop(
      "identification", Self.decision.merging(["identification.decided_at": "2025-07-01"]) { $1 },
      on: [Self.file(paper.merging(["case.legal_regime": "L66_2011"]) { $1 })])
    #expect(late?.reason == .otherLaw && late?.names.map(\.told).last == "L53_2024")
  }
}
