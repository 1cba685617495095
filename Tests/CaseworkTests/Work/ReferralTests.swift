import Testing
import Vault

@testable import Casework

/// A referral from its draft to its end, to people who may write into a case and to one who may not.
@Suite(.serialized) struct ReferralTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  // MARK: Steps

  private func draft(
    to handle: String, _ code: CaseCode, _ changes: [String: FieldInput]
  ) throws -> RecordID {
    var answers: [String: FieldInput] = [
      "referral_to": .text(handle), "receiver": .text(handle), "purpose": .text("legal_aid"),
      "fields": .list(["person.full_name"]),
    ]
    answers.merge(changes) { $1 }
    return try desk.office.act("social") { casework, session in
      _ = try casework.draft(FormInput(answers), of: code, as: session)
      return try #require(try casework.referrals(of: code, as: session).lines.last?.record)
    }
  }

  private func drafted(to handle: String = "legal", _ code: CaseCode) throws -> RecordID {
    guard handle != "police" else {
      return try draft(
        to: handle, code, ["provision": .text("L53_27_2"), "purpose": .text("verification")])
    }
    let consent = try desk.consent(["recipient": .text(handle)], code)
    return try draft(to: handle, code, ["consent_ref": .text(name(consent))])
  }

  private func name(_ record: RecordID) -> String { Hexadecimal.text(record.bytes) }

  @discardableResult
  private func send(_ record: RecordID, _ code: CaseCode) throws -> SentReferral {
    try desk.office.act("social") { casework, session in
      try casework.send(record, of: code, until: nil, for: .legal, as: session)
    }
  }

  private func accept(_ record: RecordID, _ code: CaseCode, by handle: String) throws {
    try desk.office.act(handle) { casework, session in
      _ = try casework.accept(record, of: code, as: session)
    }
  }

  private func reject(
    _ record: RecordID, _ code: CaseCode, by handle: String, _ reply: String? = "không đủ người"
  ) throws {
    try desk.office.act(handle) { casework, session in
      let texts = reply.map { ["reply": $0] } ?? [:]
      _ = try casework.reject(record, FormInput(texts: texts), of: code, as: session)
    }
  }

  private func finish(_ record: RecordID, _ code: CaseCode) throws {
    try desk.office.act("social") { casework, session in
      _ = try casework.finish(record, of: code, as: session)
    }
  }

  private func revoke(_ record: RecordID, _ code: CaseCode) throws {
    try desk.office.act("social") { casework, session in
      _ = try casework.revoke(record, of: code, as: session)
    }
  }

  private func state(_ record: RecordID, _ code: CaseCode) throws -> ReferralState? {
    try desk.office.act("social") { casework, session in
      try casework.referrals(of: code, as: session).lines.first { $0.record == record }?.state
    }
  }

  // MARK: Drafts

  @Test func aDraftNamesItsBasis() throws {
    let code = try desk.opened()
    #expect(try desk.stop { _ = try draft(to: "legal", code, [:]) }?.reason == .draftBasis)
    let consent = try desk.consent(["fields": .list(["person.birth_date"])], code)
    let lacking = try #require(
      try desk.stop { _ = try draft(to: "legal", code, ["consent_ref": .text(name(consent))]) })
    #expect(lacking.reason == .consentLacksFields)
    #expect(lacking.names.map(\.text) == ["person.full_name"])
    let both: [String: FieldInput] = [
      "consent_ref": .text(name(consent)), "provision": .text("L53_27_2"),
    ]
    #expect(try desk.stop { _ = try draft(to: "legal", code, both) }?.reason == .draftBasis)
    #expect(throws: CaseworkError.form([FieldFault(field: "state", fault: .unknownField)])) {
      _ = try draft(to: "legal", code, ["provision": .text("L53_27_2"), "state": .text("sent")])
    }
    #expect(try desk.records("referral", "referral", code).isEmpty)
  }

  @Test func theBasisIsHeldAgainWhenItIsSent() throws {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    let referral = try draft(to: "legal", code, ["consent_ref": .text(name(consent))])
    try desk.office.act("social") { casework, session in
      // Another consent of the same person is withdrawn, and this referral goes on.
      let other = try desk.consent([:], code)
      _ = try casework.withdraw(other, FormInput([:]), of: code, as: session)
    }
    #expect(try state(referral, code) == .draft)
    let outside = try draft(
      to: "bệnh viện tỉnh", code,
      [
        "provision": .text("L53_27_2"), "receiver": .text(""), "purpose": .text("verification"),
      ])
    #expect(try desk.stop { try send(outside, code) }?.reason == .noReceiver)
    try send(referral, code)
    #expect(try desk.reads("person.full_name", code, by: "legal"))
  }

  /// Whom the person named receives it, under the name that they were told, and nobody else.
  @Test(arguments: [
    ("Trung tâm trợ giúp", "legal", true), ("Trung tâm trợ giúp", "other", false),
    ("Trung tâm khác", "legal", false), ("legal", "legal", false),
    ("Trung tâm trợ giúp", "", false),
  ]) func aConsentThatNamesAColleagueIsForNobodyElse(
    _ name: String, _ receiver: String, _ goes: Bool
  ) throws {
    let code = try desk.opened()
    let consent = try desk.consent(
      ["recipient": .text("Trung tâm trợ giúp"), "recipient_member": .text("legal")], code)
    let stop = try desk.stop {
      _ = try draft(
        to: name, code,
        ["receiver": .text(receiver), "consent_ref": .text(self.name(consent))])
    }
    #expect(stop?.reason == (goes ? nil : .consentOtherRecipient))
  }

  /// A name that is nobody's handle stands for somebody outside, not for a colleague.
  @Test func aColleagueHasToBeNamed() throws {
    let code = try desk.opened()
    let consent = try desk.consent(["recipient": .text("Trung tâm trợ giúp")], code)
    let stop = try desk.stop {
      _ = try draft(
        to: "Trung tâm trợ giúp", code,
        ["receiver": .text("legal"), "consent_ref": .text(name(consent))])
    }
    #expect(stop?.reason == .consentOtherRecipient && stop?.obstacle == .consent)
    #expect(try desk.records("referral", "referral", code).isEmpty)
  }

  // MARK: Lives

  @Test func policeAnswerInTheCaseItself() throws {
    let code = try desk.opened()
    let referral = try drafted(to: "police", code)
    let sent = try send(referral, code)
    #expect(sent.handle == "police" && sent.due == sent.lastDay)
    let list = try desk.office.act("police") { casework, session in
      try casework.referrals(as: session)
    }
    let line = try #require(list.lines.first { $0.record == referral })
    #expect(line.caseCode == code.text && line.isMine && line.fields == ["person.full_name"])
    try accept(referral, code, by: "police")
    #expect(try state(referral, code) == .accepted)
    try finish(referral, code)
    #expect(try state(referral, code) == .done)
    #expect(try !desk.reads("person.full_name", code, by: "police"))
  }

  @Test func aRejectionHasItsReason() throws {
    let code = try desk.opened()
    let referral = try drafted(to: "police", code)
    try send(referral, code)
    let stop = try #require(
      try desk.stop { try reject(referral, code, by: "police", nil) })
    #expect(stop.reason == .rejectionReason)
    #expect(stop.citation?.text == "Circular 35/2013 Art. 16(3)(b)")
    try reject(referral, code, by: "police")
    #expect(try state(referral, code) == .rejected)
    #expect(try !desk.reads("person.full_name", code, by: "police"))
    let reply = try #require(try desk.records("referral", "referral", code).last).fields
      .first { $0.definition.name == "reply" }?.value
    #expect(reply == .text("không đủ người"))
  }

  @Test func legalAidAnswersInTheLog() throws {
    let code = try desk.opened()
    let referral = try drafted(code)
    try send(referral, code)
    let before = try desk.acts(since: 0).count
    try accept(referral, code, by: "legal")
    let acts = try desk.acts(since: before)
    let answer = try #require(acts.first { $0.act == "referral.accept" })
    // The sender's next look records it in the case, and names the answer.
    #expect(try state(referral, code) == .accepted)
    #expect(try desk.acts(since: answer.seq + 1).contains { $0.act == "referral.accept" })
    #expect(try desk.reads("person.full_name", code, by: "legal"))
    try revoke(referral, code)
    #expect(try !desk.reads("person.full_name", code, by: "legal"))

    let other = try drafted(code)
    try send(other, code)
    try reject(other, code, by: "legal", nil)
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
    #expect(try state(other, code) == .rejected)
    // The reason that came on paper is recorded afterwards, and nothing else is.
    try desk.office.act("social") { casework, session in
      _ = try casework.draft(
        FormInput(texts: ["reply": "hết chỗ"]), of: code, correcting: other, as: session)
    }
    let changed = try desk.stop {
      try desk.office.act("social") { casework, session in
        _ = try casework.draft(
          FormInput(texts: ["purpose": "research"]), of: code, correcting: other, as: session)
      }
    }
    #expect(changed?.reason == .referralState)
  }

  @Test func healthStaffOfTheCaseAnswer() throws {
    let code = try desk.opened()
    try desk.office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    let referral = try drafted(to: "health", code)
    try send(referral, code)
    #expect(try desk.reads("person.full_name", code, by: "health"))
    try reject(referral, code, by: "health")
    #expect(try state(referral, code) == .rejected)
    #expect(try !desk.reads("person.full_name", code, by: "health"))
  }

  @Test func nobodyElseAnswers() throws {
    let code = try desk.opened()
    let consent = try desk.consent(["recipient": .text("other")], code)
    let referral = try drafted(code)
    try send(referral, code)
    // Another who was given something of the same case, but not this.
    try desk.share(["person.full_name"], code, with: "other", on: .consent(consent))
    #expect(
      try desk.office.refusal("other") { casework, session in
        _ = try casework.accept(referral, of: code, as: session)
      } == "class")
    #expect(try desk.stop { try accept(referral, code, by: "social") }?.reason == .notReceiver)
    #expect(
      try desk.office.refusal("police") { casework, session in
        _ = try casework.accept(referral, of: code, as: session)
      } == "not_assigned")
  }

  // MARK: Withdrawal

  @Test func aWithdrawnConsentRevokesWhatIsOpen() throws {
    let code = try desk.opened()
    let consent = try desk.consent([:], code)
    let basis: [String: FieldInput] = ["consent_ref": .text(name(consent))]
    let all = try (0..<4).map { _ in try self.draft(to: "legal", code, basis) }
    let (draft, sent, accepted, done) = (all[0], all[1], all[2], all[3])
    for referral in [sent, accepted, done] { try send(referral, code) }
    for referral in [accepted, done] {
      try accept(referral, code, by: "legal")
      _ = try state(referral, code)
    }
    try finish(done, code)
    let withdrawal = try desk.office.act("social") { casework, session in
      try casework.withdraw(consent, FormInput([:]), of: code, as: session)
    }
    #expect(Set(withdrawal.ending.referrals) == [draft, sent, accepted])
    #expect(withdrawal.ending.recipients == ["legal"])
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
    for referral in withdrawal.ending.referrals { #expect(try state(referral, code) == .revoked) }
    #expect(try state(done, code) == .done)
    let acts = try desk.acts(since: withdrawal.entry).filter { $0.by == withdrawal.entry }
    #expect(acts.filter { $0.act == "referral.revoke" }.count == 3)
    #expect(acts.filter { $0.act == "excerpt.end" }.count == 2)
  }

  // MARK: Clocks

  @Test func theReplyIsDueInFiveDays() throws {
    let code = try desk.opened()
    let referral = try drafted(to: "police", code)
    try send(referral, code)
    #expect(try waiting(code) == [referral])
    try accept(referral, code, by: "police")
    _ = try state(referral, code)
    try finish(referral, code)
    #expect(try waiting(code).isEmpty)
  }

  private func waiting(_ code: CaseCode) throws -> [RecordID?] {
    try desk.office.act("social") { casework, session in
      try casework.due(DueScope(), as: session).lines.filter {
        $0.caseCode == code.text && $0.item.clock == "referral_reply"
      }.map(\.item.record)
    }
  }
}
