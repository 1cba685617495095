/// What one vault tells another about a referral.
public enum ReferralWord: String, CaseIterable, Hashable, Sendable {
  case accepted, rejected, done
  /// By who sent it.
  case revoked
}
