import Testing
import Vault

@testable import Casework

/// What a decision says beside the answer of the police, and what a step that was taken rests on.
@Suite struct TakenStepRuleTests {
  private static let identified = [
    "case.status": "identified", "case.entry_path": "self_report",
    "case.received_at": "2026-10-01T08:00+07:00", "case.receiving_unit": "01",
    "case.person_category": "victim_vn",
    "case.health_agency_notified_at": "2026-10-01T09:00+07:00",
    "verification.initial_check_result": "insufficient",
    "verification.police_request_at": "2026-10-02T08:00+07:00",
    "verification.police_reply_at": "2026-10-10T08:00+07:00",
    "verification.police_reply": "victim",
    "identification.evidence_source": "rescue_body", "identification.decision": "victim",
    "identification.decided_by": "provincial_police",
    "identification.decided_at": "2026-10-12", "identification.certificate_no": "12/GXN",
  ]

  private static func stop(
    _ form: String, _ answers: [String: String], _ file: [String: String] = identified
  ) throws -> RuleStop? {
    try FormBench.stop(form, answers, on: [file])
  }

  private static let notAsked = "[declined]"

  @Test func evidenceIsNotTakenAway() throws {
    let stop = try #require(
      try Self.stop("identification", ["identification.evidence_source": Self.notAsked]))
    #expect(stop.reason == .restsOnIt && stop.obstacle == .state)
    #expect(stop.names.map(\.told) == ["identification.evidence_source"])
    #expect(stop.citation?.text.contains("Art. 27(4), 32(1)") == true)
    // Another source in its place is a correction.
    #expect(
      try Self.stop("identification", ["identification.evidence_source": "vn_mission"]) == nil)
  }

  @Test func norIsWhatTheEarlierStepsAskedFor() throws {
    for (form, name) in [
      ("case", "case.entry_path"), ("case", "case.receiving_unit"),
      ("case", "case.person_category"),
      ("reception", "case.health_agency_notified_at"),
      ("identification", "identification.certificate_no"),
    ] {
      let reason = try Self.stop(
        form,
        [name: Self.notAsked].merging(
          form == "identification" ? ["identification.decision_reason": "x"] : [:]
        ) { $1 })?.reason
      #expect(reason == .restsOnIt, "\(name)")
    }
    // Nothing rests on it before the step.
    let early = Self.identified.merging(["case.status": "in_process"]) { $1 }
    #expect(
      try Self.stop("identification", ["identification.evidence_source": Self.notAsked], early)
        == nil)
    // Of a reopened file what it stood on.
    let reopened = Self.identified.merging([
      "case.status": "reopened", "case.former_status": "identified",
    ]) { $1 }
    #expect(
      try Self.stop("identification", ["identification.evidence_source": Self.notAsked], reopened)?
        .reason == .restsOnIt)
  }

  /// Also of the later statuses, and where the field is not among what every look shows.
  @Test func norIsWhatTheLaterStepsAskedFor() throws {
    let back = Self.identified.merging([
      "case.status": "reintegration", "plan.reviewed_at": "2026-10-20",
      "reintegration.return_unit": "01", "reintegration.return_safety": "an toàn",
    ]) { $1 }
    for (form, name) in [
      ("support", "reintegration.return_unit"), ("support", "reintegration.return_safety"),
      ("identification", "identification.evidence_source"),
    ] {
      let field = try Book.field(name)
      let form = field.form == form ? form : field.form
      #expect(try Self.stop(form, [name: Self.notAsked], back)?.reason == .restsOnIt, "\(name)")
    }
    let refused = Self.identified.merging([
      "case.status": "not_identified", "identification.decision": "not_victim",
      "verification.police_reply": "not_victim",
      "identification.decision_reason": "không có căn cứ",
      "identification.notice_given_at": "2026-10-13T08:00+07:00",
    ]) { $1 }
    let stop = try Self.stop(
      "identification", ["identification.decision_reason": Self.notAsked], refused)
    #expect(stop?.reason == .restsOnIt)
  }

  /// A lead, or who answers for the police, does not turn round what two people decided on.
  @Test func theAnswerOfThePoliceIsNotTurnedRound() throws {
    let reply = "verification.police_reply"
    let contrary = [
      reply: "not_victim", "verification.police_reply_at": "2026-10-11T08:00+07:00",
    ]
    for answers in [contrary, [reply: "need_more_time"], [reply: Self.notAsked]] {
      let stop = try #require(try Self.stop("verification", answers))
      #expect(stop.reason == .replyStands && stop.names.map(\.told) == [reply])
      #expect(stop.citation?.text == "Law 53/2024 Art. 27(3)")
    }
    for more in [
      ["case.status": "reintegration"],
      ["case.status": "reopened", "case.former_status": "identified"],
    ] {
      let file = Self.identified.merging(more) { $1 }
      #expect(try Self.stop("verification", contrary, file)?.reason == .replyStands, "\(more)")
    }
    let refused = Self.identified.merging([
      "case.status": "not_identified", "identification.decision": "not_victim",
      reply: "not_victim",
    ]) { $1 }
    #expect(
      try Self.stop("verification", contrary.merging([reply: "victim"]) { $1 }, refused)?.reason
        == .replyStands)
    // Nothing rests on it where another body decided otherwise, nor where it is said again.
    let reason = ["verification.correction_reason": "công an trả lời lại"]
    #expect(
      try Self.stop(
        "verification", contrary.merging(reason) { $1 },
        Self.identified.merging(["identification.decision": "not_victim"]) { $1 }) == nil)
    #expect(try Self.stop("verification", [reply: "victim"]) == nil)
  }

  @Test func beforeTheStepANewAnswerHasItsDayAndIsTold() throws {
    let reply = "verification.police_reply"
    let early = Self.identified.merging(["case.status": "in_process"]) { $1 }
    let bare = try Self.stop("verification", [reply: "not_victim"], early)
    #expect(bare?.reason == .missing)
    #expect(bare?.names.map(\.told) == ["verification.police_reply_at"])
    let dated = [
      reply: "not_victim", "verification.police_reply_at": "2026-10-11T08:00+07:00",
      "verification.correction_reason": "công an trả lời lại",
    ]
    let found = try FormBench.check("verification", dated, on: [early])
    // The paper is due from the day of the answer: the limit moves, or waits with it.
    if found.move?.isHeld == true {
      #expect(found.written(reply) == nil && found.notes.map(\.reason).contains(.moveAsked))
    } else {
      #expect(found.notes.map(\.reason).contains(.replyChanged))
    }
    let first = early.merging([reply: "need_more_time"]) { $1 }
    #expect(try FormBench.check("verification", dated, on: [first]).notes.isEmpty)
  }

  @Test func theDaysOfADecisionMoveOnlyInOrder() throws {
    func faults(_ day: String, _ more: [String: String] = [:]) throws -> [String] {
      try FormBench.faults(
        "identification",
        ["identification.decided_at": day, "identification.decision_reason": "ghi nhầm ngày"],
        on: [Self.identified.merging(more) { $1 }])
    }
    #expect(try faults("2026-10-13") == [])
    #expect(
      try faults("2026-10-05") == ["identification.decided_at tooEarly"], "before the answer")
    #expect(
      try faults("2026-10-01")
        == ["identification.decided_at tooEarly", "identification.decided_at tooEarly"])
    #expect(
      try faults("2026-10-20", ["identification.notice_given_at": "2026-10-15T08:00+07:00"])
        == ["identification.decided_at tooLate"])
  }

  // MARK: The answer

  private static let asked = [
    "case.status": "in_process", "case.received_at": "2026-10-01T08:00+07:00",
    "verification.police_request_at": "2026-10-02T08:00+07:00",
    "verification.police_reply_at": "2026-10-10T08:00+07:00",
    "identification.evidence_source": "rescue_body",
  ]

  private static func decide(
    _ decision: String, by body: String?, answered reply: String, reason: String? = nil
  ) throws -> RuleStop? {
    var answers = ["identification.decision": decision, "identification.decided_at": "2026-10-12"]
    answers["identification.decided_by"] = body
    answers["identification.decision_reason"] = reason
    return try stop(
      "identification", answers, asked.merging(["verification.police_reply": reply]) { $1 })
  }

  @Test func nobodyDecidesTheContraryOfWhatThePoliceFound() throws {
    let contrary = try #require(
      try Self.decide("victim", by: "provincial_police", answered: "not_victim"))
    #expect(contrary.reason == .contradictsReply && contrary.names.map(\.told) == ["not_victim"])
    #expect(contrary.citation?.text == "Law 53/2024 Art. 27(3)")
    #expect(
      try Self.decide("not_victim", by: "provincial_police", answered: "victim")?.reason
        == .contradictsReply)
    #expect(try Self.decide("victim", by: nil, answered: "not_victim")?.reason == .contradictsReply)
    #expect(
      try Self.decide("victim", by: "other", answered: "not_victim", reason: "x")?.reason
        == .contradictsReply)
    #expect(try Self.decide("victim", by: "provincial_police", answered: "victim") == nil)
    #expect(try Self.decide("victim", by: "provincial_police", answered: "need_more_time") == nil)
    // Another body whose paper the law knows, with the reason.
    #expect(
      try Self.decide("victim", by: "procedural_body", answered: "not_victim")?.reason
        == .contradictsReply)
    #expect(
      try Self.decide("victim", by: "procedural_body", answered: "not_victim", reason: "bản án")
        == nil)
  }
}
