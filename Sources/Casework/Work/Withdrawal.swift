public import Vault

/// What became of the withdrawal of a consent.
public struct Withdrawal: Hashable, Sendable {
  /// The entry that states it.
  public let entry: Int
  /// Referrals that rested on it and are revoked.
  public let referrals: [RecordID]
  /// Who was given something on it and has to be told, as the releases name them.
  public let recipients: [String]
}
