import Sealing
import Testing

@testable import Casework
@testable import Vault

/// What does not go out, and what is taken back.
extension ReferralCardTests {
  @Test func whoMayNotSendAndWhatMayNotGo() throws {
    let code = try pair.opened()
    let record = try draft(code)
    let social = try #require(try pair.stop { _ = try send(record, code, by: "social") })
    #expect(social.reason == .otherRole && social.names == [.role(.lead)])
    let other = try #require(
      try pair.stop { _ = try send(record, code, to: pair.card(pair.there, "Bệnh viện tỉnh")) })
    #expect(other.reason == .cardOtherOffice)
    #expect(try fault { _ = try send(record, code, to: pair.card(pair.here, Self.office)) } != nil)
    let colleague = try pair.here.act("social") { casework, session in
      try casework.record(
        "consent",
        FormInput([
          "giver": .text("self"), "purpose": .text("protection"), "recipient": .text("health"),
          "fields": .list(["person.full_name"]), "given_at": .text("2026-09-20T09:00+07:00"),
          "how": .text("written"), "expires_at": .text("2099"), "language": .text("vie"),
        ]), of: code, as: session
      ).records
    }
    let mine = try draft(
      code, to: "health",
      on: [
        "consent_ref": .text(name(try #require(colleague.first))), "receiver": .text("health"),
      ])
    #expect(try pair.stop { _ = try send(mine, code) }?.reason == .cardForColleague)
    #expect(try state(record, code, pair.here) == .draft)
  }

  @Test func afterAWithdrawalItDoesNotGo() throws {
    let code = try pair.opened()
    let consent = try pair.consent(code, ["fields": .list(["person.full_name"])])
    let record = try draft(code, on: ["consent_ref": .text(name(consent))])
    let other = try draft(code, on: ["consent_ref": .text(name(consent))])
    _ = try send(other, code)
    let withdrawal = try pair.withdraw(consent, code)
    #expect(withdrawal.ending.referrals.count == 2)
    // A copy lies over there: that office is told.
    #expect(withdrawal.ending.recipients.count == 1)
    #expect(withdrawal.ending.recipients.first?.hasPrefix(Self.office) == true)
    #expect(try pair.stop { _ = try send(record, code) }?.reason == .referralState)
  }

  /// What is only written down here takes nothing back over there.
  @Test func itIsTakenBackByASignedWordAlsoWhenItsConsentHasEnded() throws {
    let code = try pair.opened()
    let consent = try pair.consent(code, ["fields": .list(["person.full_name"])])
    let record = try draft(code, on: ["consent_ref": .text(name(consent))])
    let new = try CaseCode(try receive(try send(record, code).bytes).code)
    let plain = try #require(
      try pair.stop {
        try pair.here.act("lead") { casework, session in
          _ = try casework.revoke(record, of: code, as: session)
        }
      })
    #expect(plain.reason == .answerFile)
    #expect(try state(record, code, pair.here) == .sent)
    _ = try pair.withdraw(consent, code)
    let ended = try pair.page(pair.here, code).values("referral.ended_at")
    let back = try tell(.revoked, record, code, in: pair.here)
    // Told later, ended then.
    #expect(try pair.page(pair.here, code).values("referral.ended_at") == ended)
    #expect(
      try hear(back, new, in: pair.there, from: pair.here, named: "Sở Y tế Yên Bái") == .revoked)
    #expect(try state(record, new, pair.there) == .revoked)
    #expect(try pair.areSound())
  }

  /// What was sent as a file cannot be opened from here: the referral ends, and whoever has it is told.
  @Test func aFileThatWentToAnOfficeEndsWithTheRestriction() throws {
    let code = try pair.opened()
    let record = try draft(code)
    _ = try send(record, code)
    let kept = try pair.here.act("social") { casework, session in
      try casework.restrict(
        "person.full_name", from: nil, FormInput(texts: ["excluded_unit": Self.office]), of: code,
        as: session)
    }
    #expect(kept.ending.referrals == [record])
    let office = try #require(kept.ending.recipients.first)
    #expect(office.contains(Self.office) && kept.ending.recipients.count == 1)
    #expect(try state(record, code, pair.here) == .revoked)
    // The word of it is signed afterwards, for whoever took the file in.
    _ = try tell(.revoked, record, code, in: pair.here)
    #expect(try pair.areSound())
  }

  /// A file that came by referral and was taken back, whatever had become of it there.
  private func takenBack(done: Bool = false) throws -> (code: CaseCode, word: [UInt8]) {
    let code = try pair.opened()
    // The birth date goes along: of unknown age nobody consents alone.
    let fields = ["person.full_name", "person.birth_date"]
    let consent = try pair.consent(code, ["fields": .list(fields)])
    let record = try draft(code, fields: fields, on: ["consent_ref": .text(name(consent))])
    let new = try CaseCode(try receive(try send(record, code).bytes).code)
    if done {
      for word in [ReferralWord.accepted, .done] {
        let note = try tell(word, record, new, in: pair.there)
        _ = try hear(note, code, in: pair.here, from: pair.there)
      }
    }
    try pair.there.act("lead") { casework, session in
      _ = try casework.assign("social", to: new, owner: true, as: session)
    }
    _ = try pair.withdraw(consent, code)
    return (new, try tell(.revoked, record, code, in: pair.here))
  }

  private func hearBack(_ word: [UInt8], _ code: CaseCode) throws -> ReferralState {
    try hear(word, code, in: pair.there, from: pair.here, named: "Sở Y tế Yên Bái")
  }

  private func share(_ code: CaseCode, on consent: RecordID) throws {
    let day = try LawOffice.day("2026-12-31")
    try pair.there.act("lead") { casework, session in
      _ = try casework.share(
        Casework.Sharing(
          ["person.full_name"], with: "legal", until: day, on: .consent(consent),
          purpose: "legal_aid"), of: code, for: .legal, as: session)
    }
  }

  private func consented(_ code: CaseCode, at moment: String) throws -> RecordID {
    try pair.consent(
      code,
      [
        "fields": .list(["person.full_name"]), "recipient": .text("legal"),
        "purpose": .text("legal_aid"), "given_at": .text(moment),
      ], in: pair.there)
  }

  @Test(arguments: [false, true])
  func whatCameWithAReferralThatIsTakenBackIsUsedNoMore(_ done: Bool) throws {
    let (code, word) = try takenBack(done: done)
    let now = try pair.there.act("lead") { casework, _ in casework.moment.text }
    let earlier = try consented(code, at: now)
    func print() throws {
      try pair.there.act("lead") { casework, session in
        _ = try casework.summary(of: code, for: .careManagement, as: session)
      }
    }
    try print()
    #expect(try hearBack(word, code) == .revoked)
    #expect(try pair.stop { _ = try hearBack(word, code) }?.reason == .referralState)
    let stop = try #require(try pair.stop { try share(code, on: earlier) })
    #expect(stop.reason == .takenBack && stop.names.map(\.told) == ["person.full_name"])
    #expect(try pair.stop { try print() }?.reason == .takenBack)
    let waits = try pair.there.act("lead") { casework, session in
      try casework.waits(as: session)
    }
    #expect(waits.takenBack.contains(code.text))
    var told: [Bool] = []
    try pair.there.act("lead") { casework, session in
      _ = try casework.accesses(of: code, as: session) { told.append($0.isTakenBack) }
    }
    #expect(told.count(where: \.self) == 1)
    // What the person consents to afterwards, to this office, is theirs to give.
    pair.there.wait(days: 0.1)
    let later = try pair.there.act("lead") { casework, _ in casework.moment.text }
    let again = try consented(code, at: later)
    #expect(try pair.stop { try share(code, on: again) } == nil)
    try print()
    #expect(try pair.areSound())
  }

  /// Its word is held to this vault, to the office that sent it and to the file that came.
  @Test func aWordThatTakesBackIsRefusedByName() throws {
    let (code, word) = try takenBack()
    let other = try takenBack()
    #expect(try fault { _ = try hearBack(other.word, code) } == .transfer(.answerOther))
    let never = try pair.there.received(born: "1999")
    #expect(try fault { _ = try hearBack(word, never) } == .transfer(.answerOther))
    let foreign = try fault {
      _ = try hear(word, code, in: pair.there, from: pair.there, named: Self.office)
    }
    #expect(foreign == .transfer(.answerOther))
    var bent = word
    bent[bent.count - 20] ^= 1
    #expect(
      [.transfer(.answerForm), .transfer(.answerSignature)].contains(
        try fault { _ = try hearBack(bent, code) }))
    #expect(try hearBack(word, code) == .revoked)
  }
}
