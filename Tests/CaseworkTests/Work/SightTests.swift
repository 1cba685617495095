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
    let grown = ["case.person_category": "in_process_vn_domestic"]
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

  // MARK: Closing

  private func closing(
    _ file: [[String: String]], hiding hidden: [String] = []
  ) throws -> RuleStop? {
    let book = LawOffice.book
    let look = CaseLook(
      id: CaseID(Identifier.makeRandom()), records: LawOffice.file(file), version: 1, entry: 1,
      readable: Set(book.fields.map(\.id)).subtracting(book.ids(hidden)))
    let desk = StepDesk(look: look, now: try Moment("2026-10-10T12:00+07:00"), standings: [])
    return desk.stop(missing: try desk.rule(to: "closed"))
  }

  /// What is kept from whoever closes a file keeps it open all the same.
  @Test func whatIsNotSeenIsNotOver() throws {
    let rescued = [
      "case.status": "received", "case.entry_path": "rescued",
      "case.received_at": "2026-10-01T08:00+07:00", "closure.closure_reason": "withdrew",
    ]
    let asked = ["verification.police_request_at": "2026-10-02T08:00+07:00"]
    let clock = try #require(
      try LawOffice.clock(
        "police_verify", LawOffice.file([rescued, asked]), at: "2026-10-10T12:00+07:00"))
    #expect(try closing([rescued])?.names.map(\.told).contains("police_verify") != true)
    #expect(try closing([rescued, asked])?.names.map(\.told).contains("police_verify") == true)
    // The field is kept from them, and so it does not stand in what they looked at; the list has it.
    let listed = rescued.merging(["case.due": DueItem(clock).text]) { $1 }
    let stop = try closing([listed], hiding: ["verification.police_request_at"])
    #expect(stop?.names.map(\.told).contains("police_verify") == true)
  }

  @Test(arguments: StepDesk.consentDays) func noConsentIsClosedUnseen(_ name: String) throws {
    let file = ["case.status": "reported", "closure.closure_reason": "withdrew"]
    #expect(try closing([file]) == nil)
    let stop = try closing([file], hiding: [name])
    #expect(stop?.reason == .notSeen && stop?.names.map(\.told) == [name])
  }

  /// Of whom nobody sees that they are a child a representative says nothing.
  @Test func aRepresentativesConsentIsUsedByWhoSeesTheAge() throws {
    let desk = try ReleaseOffice.shared()
    let code = try desk.opened(born: "2014")
    try desk.record(
      "person", ["representative.name": .text("bà ngoại"), "suspect": .text("no")], code)
    let representative = try desk.newest("representative", "person", code)
    try desk.office.act("lead") { casework, session in
      _ = try casework.record(
        "person", FormInput(texts: ["confirmed_by_lead": "yes"]), of: code,
        correcting: representative, as: session)
    }
    let consent = try desk.consent(
      [
        "giver": .text("representative"), "child_agreed": .text("yes"),
        "representative_ref": .text(Hexadecimal.text(representative.bytes)),
      ], code)
    try desk.share(["person.full_name"], code, on: .consent(consent))
    try desk.office.act("social") { casework, session in
      _ = try casework.restrict(
        "person.birth_date", from: .socialWorker, FormInput([:]), of: code, as: session)
    }
    let stop = try desk.stop {
      try desk.share(["person.full_name"], code, on: .consent(consent))
    }
    #expect(stop?.reason == .notSeen && stop?.names.map(\.told) == ["person.birth_date"])
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
    do {
      try desk.record("verification", reply("2026-09-21T07:00+07:00"), code, by: "police")
      Issue.record("an answer before the question")
    } catch CaseworkError.form(let faults) {
      #expect(faults.map(\.field) == ["verification.police_reply_at"])
      #expect(faults.map(\.fault) == [.tooEarly])
    }
    try desk.record("verification", reply("2026-09-21T08:30+07:00"), code, by: "police")
    #expect(try desk.version(of: code) > before)
  }
}
