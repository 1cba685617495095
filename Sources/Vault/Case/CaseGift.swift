/// Copies of fields that a member is given together with the record of why: both in one transaction, so that
/// nothing is given without its reason on disk.
public struct CaseGift: Sendable {
  public let member: MemberID
  /// UTC milliseconds.
  public let until: Int
  /// What the giver has just read (`Vault.readToGive`).
  public let copies: [DisclosedRecord]
  /// Of the record that the writing changes, the values that go along as they then stand: the receiver of a
  /// referral sees the referral.
  public var own: [FieldID: FieldValue] = [:]
  /// The entry that gives the right: the consent's.
  public var by: Int?
  /// Where a provision gives it instead, its code.
  public var kind: String?

  public init(to member: MemberID, until: Int, copies: [DisclosedRecord]) {
    (self.member, self.until, self.copies) = (member, until, copies)
  }
}
