import Vault

/// A referral of a file, as its record says it.
struct Referral {
  let record: CaseRecords.Record
  let records: CaseRecords

  static let looksAt = [
    "referral.referral_to", "referral.purpose", "referral.fields", "referral.basis",
    "referral.consent_ref", "referral.provision", "referral.written_request_ref",
    "referral.agreement_ref", "referral.state", "referral.sent_at", "referral.reply_due_at",
    "referral.reply",
    "referral.receiver", "referral.replied_at", "referral.ended_at", "referral.code",
    "case.transfer",
  ]

  init?(_ id: RecordID, in records: CaseRecords) {
    guard let record = records.record(id, of: "referral") else { return nil }
    self.init(record: record, records: records)
  }

  init(record: CaseRecords.Record, records: CaseRecords) {
    (self.record, self.records) = (record, records)
  }

  var state: ReferralState? { ReferralState(record, records) }

  /// The colleague who receives it; nil where it goes to nobody of this vault.
  var receiver: MemberID? {
    guard case .bytes(let bytes) = records.given("referral.receiver", in: record) else {
      return nil
    }
    return MemberID(bytes: bytes)
  }

  /// Whether it was sent, nobody answered it here, and what the answer was stands in the file: it came by telephone or on
  /// paper, as it does once the copies have run out.
  var isAnsweredOutside: Bool {
    state == .sent && records.given("referral.reply", in: record) != nil
  }

  /// What the body is called to which the file is referred.
  var office: String? { records.text("referral.referral_to", in: record) }

  /// The consent or provision that it names; nil where it names none or both.
  var basis: ReleaseBasis? {
    let provision = records.text("referral.provision", in: record)
    var consent: RecordID?
    if case .bytes(let bytes) = records.given("referral.consent_ref", in: record) {
      consent = RecordID(bytes: bytes)
    }
    switch (consent, provision) {
    case (let consent?, nil): return .consent(consent)
    case (nil, let provision?): return .provision(provision)
    default: return nil
    }
  }

  var consent: Consent? {
    guard case .consent(let id) = basis else { return nil }
    return Consent(id, in: records)
  }

  /// The release that sending it would be.
  ///
  /// - Parameters:
  ///   - colleagues: who receives referrals of this file.
  ///   - names: what the receiving office is called, where that is known better than by the draft.
  /// - Throws: `.stopped` where it names no basis; `.form` for names that there are not.
  func release(
    to colleagues: [MemberID: Recipient.Colleague], calling names: [String]? = nil
  ) throws(CaseworkError) -> Release {
    guard let basis else {
      throw .stopped(RuleStop(.draftBasis, .consent, .nonDisclosure))
    }
    let scope = try ReleaseScope(records.items("referral.fields", in: record), records.book)
    // A class is what a person consents to; what is handed over is named field by field.
    guard scope.classes.isEmpty else {
      throw .form([FieldFault(field: "referral.fields", fault: .unknownField)])
    }
    return Release(
      basis: basis, act: .referral,
      recipient: Recipient(
        names: names ?? [office].compactMap(\.self), colleague: receiver.flatMap { colleagues[$0] }),
      purpose: records.text("referral.purpose", in: record), fields: scope.fields,
      isRequestedInWriting: records.given("referral.written_request_ref", in: record) != nil)
  }
}
