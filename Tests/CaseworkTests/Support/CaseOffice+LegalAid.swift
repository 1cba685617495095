import Testing

@testable import Casework
@testable import Vault

/// Referrals to the legal aid of the office.
extension CaseOffice {
  /// Drafts one of the name, on a consent, and sends it.
  func sentToLegalAid(_ code: CaseCode, on consent: RecordID) throws -> RecordID {
    try act("social") { casework, session in
      _ = try casework.draft(
        FormInput([
          "referral_to": .text("legal"), "receiver": .text("legal"), "purpose": .text("legal_aid"),
          "fields": .list(["person.full_name"]),
          "consent_ref": .text(Hexadecimal.text(consent.bytes)),
        ]), of: code, as: session)
      let record = try #require(try casework.referrals(of: code, as: session).lines.last?.record)
      _ = try casework.send(record, of: code, until: nil, for: .legal, as: session)
      return record
    }
  }
}
