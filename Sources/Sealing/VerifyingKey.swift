import CSodium

/// The public half of a signing key: Ed25519 (RFC 8032), thirty-two bytes.
public struct VerifyingKey: Hashable, Sendable {
  private let value: Digest

  /// Nil unless there are exactly thirty-two bytes. Whether they are a point on the curve shows when
  /// a signature is checked: libsodium refuses keys and signatures of small order.
  public init?(_ bytes: [UInt8]) { self.init(bytes.span) }

  /// Nil unless there are exactly thirty-two bytes.
  public init?(_ bytes: Span<UInt8>) {
    guard let value = Digest(bytes) else { return nil }
    self.value = value
  }

  /// The thirty-two bytes.
  public var bytes: [UInt8] { value.bytes }

  /// SHA-256 of the key; its beginning names a vault, a member, an actor.
  public var digest: Digest { Digest.of(value.bytes) }

  /// Whether a signature is this key's over this message. libsodium decides, and it is strict: one
  /// encoding of S, no points of small order (RFC 8032, 5.1.7, and more).
  public func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    guard signature.count == SigningKey.signatureLength else { return false }
    Sodium.start()
    return unsafe crypto_sign_ed25519_verify_detached(
      signature, message, UInt64(message.count), value.bytes) == 0
  }
}
