import Testing
import Vault

@testable import Casework

/// What the person keeps from an office stops going there, and whoever has it is named (Law 91/2025 Art. 10(2),
/// Decree 356/2025 Art. 5(2)).
@Suite(.serialized) struct GoingToOfficeTests {
  private let desk: ReleaseOffice
  private static let centre = "Trung tâm trợ giúp pháp lý"

  init() throws { desk = try ReleaseOffice.shared() }

  private func restrict(_ name: String, _ code: CaseCode) throws -> KeptField {
    try desk.office.act("social") { casework, session in
      try casework.restrict(
        name, from: nil, FormInput(texts: ["excluded_unit": "trung tam tro giup phap ly"]),
        of: code, as: session)
    }
  }

  private func consent(_ code: CaseCode) throws -> RecordID {
    try desk.consent(
      ["recipient": .text(Self.centre), "recipient_member": .text("legal")], code)
  }

  private func referral(_ code: CaseCode, isSent: Bool = true) throws -> RecordID {
    let consent = try consent(code)
    let answers: [String: FieldInput] = [
      "referral_to": .text(Self.centre), "receiver": .text("legal"),
      "purpose": .text("legal_aid"), "fields": .list(["person.full_name"]),
      "consent_ref": .text(Hexadecimal.text(consent.bytes)),
    ]
    return try desk.office.act("social") { casework, session in
      _ = try casework.draft(FormInput(answers), of: code, as: session)
      let record = try #require(try casework.referrals(of: code, as: session).lines.last?.record)
      if isSent {
        _ = try casework.send(record, of: code, until: nil, for: .legal, as: session)
      }
      return record
    }
  }

  private func state(_ record: RecordID, _ code: CaseCode) throws -> ReferralState? {
    try desk.office.act("social") { casework, session in
      try casework.referrals(of: code, as: session).lines.first { $0.record == record }?.state
    }
  }

  @Test func aShareOfTheFieldEnds() throws {
    let code = try desk.opened()
    let basis = ReleaseBasis.consent(try consent(code))
    try desk.share(["person.full_name", "person.birth_date"], code, on: basis)
    try desk.share(
      ["person.birth_date"], code, with: "police", on: .provision("L53_27_2"), purpose: nil)
    #expect(try desk.reads("person.birth_date", code, by: "legal"))
    let kept = try restrict("person.birth_date", code)
    #expect(try !desk.reads("person.birth_date", code, by: "legal"))
    #expect(kept.restricted.endedExcerpts == 1)
    let name = try Book.field("person.full_name").id
    #expect(kept.restricted.endedWith == [name])
    #expect(kept.ending.recipients == ["legal"] && kept.ending.referrals.isEmpty)
    let acts = try desk.acts(since: kept.restricted.entry)
    #expect(acts.contains { $0.act == "excerpt.end" && $0.by == kept.restricted.entry })
    // What went to others goes on, and the consent for the rest of it.
    #expect(try desk.reads("person.birth_date", code, by: "police"))
    try desk.share(["person.full_name"], code, on: basis)
    #expect(try desk.reads("person.full_name", code, by: "legal"))
    #expect(try desk.sound())
  }

  @Test func aShareWithoutTheFieldGoesOn() throws {
    let code = try desk.opened()
    try desk.share(["person.full_name"], code, on: .consent(consent(code)))
    let kept = try restrict("person.birth_date", code)
    #expect(kept.restricted.endedExcerpts == 0 && kept.ending.recipients.isEmpty)
    #expect(try desk.reads("person.full_name", code, by: "legal"))
  }

  @Test func aColleagueOfTheSameNameIsNoOffice() throws {
    let code = try desk.opened()
    try desk.share(["person.full_name"], code, on: .consent(desk.consent([:], code)))
    let kept = try desk.office.act("social") { casework, session in
      try casework.restrict(
        "person.full_name", from: nil, FormInput(texts: ["excluded_unit": "Legal"]), of: code,
        as: session)
    }
    #expect(kept.restricted.endedExcerpts == 0 && kept.ending.recipients.isEmpty)
    #expect(try desk.reads("person.full_name", code, by: "legal"))
  }

  @Test func anOpenReferralIsRevokedWithItsClock() throws {
    let code = try desk.opened()
    let record = try referral(code)
    #expect(try desk.reads("person.full_name", code, by: "legal"))
    let kept = try restrict("person.full_name", code)
    #expect(kept.ending.referrals == [record] && kept.ending.recipients == ["legal"])
    #expect(try state(record, code) == .revoked)
    #expect(try !desk.reads("person.full_name", code, by: "legal"))
    let clocks = try desk.office.act("social") { casework, session in
      try casework.due(DueScope(), as: session).lines.filter { $0.caseCode == code.text }
    }
    #expect(!clocks.map(\.item.clock).contains("referral_reply"))
    let acts = try desk.acts(since: kept.restricted.entry)
    #expect(acts.contains { $0.act == "referral.revoke" && $0.by == kept.restricted.entry })
    #expect(try desk.sound())
  }

  /// It is refused when it is sent, and can still be corrected.
  @Test func aDraftStays() throws {
    let code = try desk.opened()
    let record = try referral(code, isSent: false)
    #expect(try restrict("person.full_name", code).ending.referrals.isEmpty)
    #expect(try state(record, code) == .draft)
  }

  @Test func whatIsOverIsOnlyTold() throws {
    let code = try desk.opened()
    let record = try referral(code)
    try desk.office.act("legal") { casework, session in
      _ = try casework.accept(record, of: code, as: session)
    }
    try desk.office.act("social") { casework, session in
      _ = try casework.finish(record, of: code, as: session)
    }
    let kept = try restrict("person.full_name", code)
    #expect(kept.ending.referrals.isEmpty && kept.ending.recipients == ["legal"])
    #expect(try state(record, code) == .done)
  }
}
