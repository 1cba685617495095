/// Referrals, with the entry of the look.
public struct Referrals: Hashable, Sendable {
  public let lines: [ReferralLine]
  public let entry: Int
  /// Cases that did not open although the log is sound.
  public let unopened: Int
}
