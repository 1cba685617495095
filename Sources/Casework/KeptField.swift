public import Vault

/// What became of keeping a field from somebody.
public struct KeptField: Sendable {
  public let restricted: Restricted
  /// What of it had gone to the office already: which referrals are revoked, and who has to be told.
  public let ending: ConsentEnding
}
