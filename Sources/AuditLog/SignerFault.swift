/// Why a key may not have signed.
public enum SignerFault: String, Hashable, Sendable, CaseIterable {
  /// No earlier entry names this key.
  case unknownKey
  /// The short key id in the signature line belongs to another key.
  case keyID
  /// The key is known but signs no more, or not yet.
  case notInForce
  /// The member is suspended; only refusals may still be signed.
  case suspended
  /// The member has no role in force; only unlocking and refusals may be signed.
  case noRole
  /// libsodium does not accept the signature.
  case signature
}
