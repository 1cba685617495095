import Testing
import Vault

@testable import Casework

/// Health staff read a copy in a case that is assigned to them; while it is not, the sender hears of it.
@Suite(.serialized) struct ReferralToHealthTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.shared() }

  private func sent(to handle: String, _ code: CaseCode) throws -> SentReferral {
    let consent = try desk.consent(["recipient": .text(handle)], code)
    return try desk.office.act("social") { casework, session in
      let answers: [String: FieldInput] = [
        "referral_to": .text(handle), "receiver": .text(handle), "purpose": .text("legal_aid"),
        "fields": .list(["person.full_name"]),
        "consent_ref": .text(Hexadecimal.text(consent.bytes)),
      ]
      _ = try casework.draft(FormInput(answers), of: code, as: session)
      let record = try #require(try casework.referrals(of: code, as: session).lines.last?.record)
      return try casework.send(record, of: code, until: nil, for: .legal, as: session)
    }
  }

  @Test func theSenderIsToldWhoCannotReadYet() throws {
    let code = try desk.opened()
    #expect(try !sent(to: "legal", code).awaitsAssignment)
    #expect(try sent(to: "health", code).awaitsAssignment)
    try desk.office.act("duty") { casework, session in
      _ = try casework.assign("health", to: code, owner: false, as: session)
    }
    #expect(try !sent(to: "health", code).awaitsAssignment)
  }

  @Test func soIsWhoSharesFields() throws {
    let code = try desk.opened()
    let consent = try desk.consent(["recipient": .text("health")], code)
    let shared = try desk.office.act("social") { casework, session in
      try casework.share(
        Casework.Sharing(
          ["person.full_name"], with: "health",
          until: try #require(try PartialDate("2026-12-31").exactDay),
          on: .consent(consent), purpose: "legal_aid"), of: code, for: .legal, as: session)
    }
    #expect(shared.awaitsAssignment)
  }
}
