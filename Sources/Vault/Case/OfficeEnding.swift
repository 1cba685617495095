/// What already goes to an office from which a field of a case is now kept: it ends with the restriction, in the
/// same transaction.
public struct OfficeEnding: Sendable {
  /// The version of the case in which it was found; where it is no longer that, it is looked for again.
  let since: UInt64
  /// The entries of the consents that name the office.
  let consents: Set<Int>
  /// The records of the referrals that go to it with the field.
  let referrals: Set<RecordID>
  /// How they are revoked, each an entry of its own.
  let writings: [CaseWriting]

  public init(
    since: UInt64, consents: Set<Int>, referrals: Set<RecordID>, writings: [CaseWriting]
  ) {
    (self.since, self.consents) = (since, consents)
    (self.referrals, self.writings) = (referrals, writings)
  }
}
