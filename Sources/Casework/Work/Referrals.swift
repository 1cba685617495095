public import Vault

/// Referrals, with the entry of the look.
public struct Referrals: Hashable, Sendable {
  public let lines: [ReferralLine]
  public let entry: Int
  /// Cases that did not open although the log is sound.
  public let unopened: Int
  /// What was referred to this member and is not theirs to read any more, of the last three months, newest first.
  public var ended: [EndedGiving] = []
}
