import Vault

/// Whether a representative may act for the person. They can be the perpetrator (design, "States, guards,
/// clocks"): one who is a suspect, or whom it is not safe to contact, speaks for nobody; and where the
/// trafficker was of the family a lead confirms in writing that this one was not.
struct RepresentativeCheck {
  static let looksAt = [
    "representative.name", "representative.suspect", "representative.safe_to_contact",
    "representative.confirmed_by_lead", "identification.trafficker_relation",
  ]

  let records: CaseRecords

  /// - Parameter reference: which of the representatives of the file is meant.
  func stop(_ reference: FieldValue?) -> RuleStop? {
    guard let record = records.record(reference, of: "representative") else {
      return refusal(.noRepresentative)
    }
    if records.isYes("representative.suspect", in: record) {
      return refusal(.representativeSuspect)
    }
    if records.given("representative.safe_to_contact", in: record) == .bool(.no) {
      return refusal(.representativeUnsafe)
    }
    let isFamily = records.values("identification.trafficker_relation", in: nil)
      .flatMap(CaseRecords.codes).contains("Familial")
    guard isFamily, records.given("representative.confirmed_by_lead", in: record) == nil else {
      return nil
    }
    return refusal(.representativeUnconfirmed)
  }

  private func refusal(_ reason: StopReason) -> RuleStop {
    RuleStop(reason, .consent, .ownChoice)
  }
}
