import Vault

/// The eighteenth birthday of a person, and what follows from it: a category of minors is looked at again,
/// and what a representative consented to needs the person's own word (design: "Age").
public struct ComingOfAge: Hashable, Sendable {
  /// The first day on which the person is certainly of age; of a birth date that is known in part, the
  /// last that it can mean.
  public let from: CalendarDay
  public let isReached: Bool
  /// Whether the file still has a category of minors.
  public let hasMinorCategory: Bool
  /// Consents of a representative that stand and that the person has not confirmed.
  public let unconfirmed: Int
  /// Who was given something on those, and has not been told that they count no longer.
  public let toTell: [String]

  static let looksAt =
    [
      "person.birth_date", "consent.giver", "consent.withdrawn_at", "consent.ended_at",
      "consent.expires_at", "consent.confirmed_at", "consent.recipients_told_at",
      "release.consent_ref", "release.fields", "consent.purpose", "consent.fields",
      "consent.recipient", "consent.given_at",
    ] + ReleasedTo.looksAt

  /// Nil where no birth date can be read, or where the person was of age when they came and nothing
  /// follows from it.
  init?(_ file: CaseRecords, on day: CalendarDay) {
    guard let birth = file.date("person.birth_date") else { return nil }
    from = birth.latest.adding(months: Majority.years * 12)
    isReached = from <= day
    hasMinorCategory = file.code("case.person_category")?.hasPrefix("minor_") ?? false
    let open = isReached ? Self.unconfirmed(file, on: day) : []
    unconfirmed = open.count
    var told = ConsentEnding()
    for consent in open where !file.isGiven("consent.recipients_told_at", in: consent) {
      guard let id = consent.id else { continue }
      told.add(ConsentEnding(of: Consent(record: consent, records: file), id: id).told)
    }
    toTell = told.recipients
    let received = file.date("case.received_at")?.earliest ?? day
    guard from > received || hasMinorCategory || unconfirmed > 0 else { return nil }
  }

  /// Whether a lead has to look at the category again.
  public var isCategoryDue: Bool { isReached && hasMinorCategory }

  private static func unconfirmed(
    _ file: CaseRecords, on day: CalendarDay
  ) -> [CaseRecords.Record] {
    file.records(holding: "consent.giver").filter { consent in
      file.code("consent.giver", in: consent) == "representative"
        && !file.isGiven("consent.withdrawn_at", in: consent)
        && !file.isGiven("consent.ended_at", in: consent)
        && !Consent(record: consent, records: file).isConfirmed
        && !Consent(record: consent, records: file).isOfAdult
        && (file.date("consent.expires_at", in: consent)?.latest ?? day) >= day
    }
  }
}
