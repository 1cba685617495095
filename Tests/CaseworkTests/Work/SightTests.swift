import Sealing
import Testing
import Vault

@testable import Casework

/// A rule whose fields are kept from a member does not hold for them: else a restriction would switch the law
/// off, and whoever seals for others could record what it does not know.
@Suite(.serialized) struct SightTests {
  private static let file = [
    "case.status": "in_process", "case.legal_regime": "L53_2024", "case.entry_path": "self_report",
    "case.received_at": "2026-10-01T08:00+07:00", "person.birth_date": "1999",
    "case.person_category": "in_process_vn_abroad",
    "verification.initial_check_result": "insufficient",
    "verification.police_request_at": "2026-10-02T08:00+07:00",
  ]

  /// Forms that the rules let pass, and a field that each of them looks at.
  static let forms: [(form: String, answers: [String: String], hidden: String)] = [
    ("support", ["support_item.regime": "a", "support_item.item": "gạo"], "person.birth_date"),
    (
      "support",
      [
        "stay.stay_from": "2026-10-02", "stay.stay_wish": "yes", "stay.stay_need": "health_care",
        "stay.stay_facility": "nhà tạm lánh",
      ], "person.birth_date"
    ),
    (
      "verification",
      [
        "verification.police_reply_at": "2026-10-09T09:00+07:00",
        "verification.police_reply": "victim",
      ], "verification.police_request_at"
    ),
    (
      "verification",
      ["extension.step": "complex", "extension.reason": "nhiều nơi"],
      "verification.police_reply"
    ),
    (
      "identification", ["identification.decision": "not_victim"],
      "identification.evidence_source"
    ),
  ]

  @Test(arguments: forms.indices) func aRuleThatCannotBeLookedAtStops(_ index: Int) throws {
    let (form, answers, hidden) = Self.forms[index]
    #expect(try FormBench.stop(form, answers, on: [Self.file], at: "2026-10-10T12:00+07:00") == nil)
    let stop = try stop(form, answers, hiding: hidden)
    #expect(stop?.reason == .notSeen && stop?.obstacle == .restricted)
    #expect(stop?.names.map(\.told) == [hidden])
  }

  @Test func aReturnAndACategoryToo() throws {
    let home = ["reintegration.returned_on": "2026-10-09"]
    #expect(try stop("support", home, hiding: "person.birth_date")?.reason == .notSeen)
    // What hands nobody over asks nothing.
    let unit = ["reintegration.return_unit": "01"]
    #expect(try stop("support", unit, hiding: "person.birth_date") == nil)
    let minor = ["case.person_category": "minor_accompanying_victim"]
    #expect(try stop("case", minor, hiding: "person.birth_date")?.reason == .notSeen)
    let grown = ["case.person_category": "victim_vn"]
    #expect(try stop("case", grown, hiding: "person.birth_date") == nil)
  }

  private func stop(
    _ form: String, _ answers: [String: String], hiding field: String
  ) throws -> RuleStop? {
    do {
      _ = try FormBench.check(
        form, answers, on: [Self.file], at: "2026-10-10T12:00+07:00", unreadable: [field])
      return nil
    } catch CaseworkError.stopped(let stop) { return stop }
  }

  // MARK: The police

  /// Assigned, and nothing asked of them: whatever they would record has nothing that it could rest on.
  @Test func thePoliceRecordNothingThatTheyWereNotAskedFor() throws {
    let desk = try ReleaseOffice.shared()
    let code = try desk.opened()
    try desk.assign("police", to: code)
    let before = try desk.version(of: code)
    let request = "2026-09-21T08:00+07:00"
    let forms: [(form: String, answers: [String: FieldInput])] = [
      (
        "verification",
        ["police_reply": .text("victim"), "police_reply_at": .text("2026-09-20T09:00+07:00")]
      ),
      ("verification", ["step": .text("prolonged"), "reason": .text("nhiều nơi")]),
      ("identification", ["decision": .text("victim"), "decided_at": .text("2020-01-01")]),
    ]
    for (form, answers) in forms {
      let stop = try desk.stop { try desk.record(form, answers, code, by: "police") }
      #expect(stop?.reason == .notSeen, "\(answers.keys)")
    }
    let guarded = try desk.stop {
      try desk.record(
        "protection", ["kind": .text("guard"), "urgent": .text("yes")], code, by: "police")
    }
    #expect(guarded?.reason == .notUrgent)
    #expect(try desk.version(of: code) == before)

    // What is asked of them is shared with them, and then the rules are held as for anybody.
    try desk.record(
      "verification",
      ["initial_check_result": .text("insufficient"), "police_request_at": .text(request)], code,
      by: "lead")
    let shared = [
      "verification.initial_check_at", "verification.initial_check_result",
      "verification.police_request_at", "verification.police_reply_at", "verification.police_reply",
    ]
    try desk.share(
      shared, code, with: "police", on: .provision("L53_27_2"), purpose: nil, by: "lead")
    func reply(_ time: String) -> [String: FieldInput] {
      ["police_reply": .text("victim"), "police_reply_at": .text(time)]
    }
    let early = try desk.stop {
      try desk.record("verification", reply("2026-09-21T07:00+07:00"), code, by: "police")
    }
    #expect(early?.reason == .tooEarly)
    try desk.record("verification", reply("2026-09-21T08:30+07:00"), code, by: "police")
    #expect(try desk.version(of: code) > before)
  }
}
