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
}
