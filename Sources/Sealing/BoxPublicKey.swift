import CSodium

/// The public half of a ``BoxKey``: an X25519 point (RFC 7748), thirty-two bytes.
public struct BoxPublicKey: Hashable, Sendable {
  private let value: Digest

  /// Nil unless there are 32 bytes that give a secret to agree on.
  ///
  /// Points of low order, zero among them, make every agreement zero, so whatever was sealed to them
  /// anyone could open (RFC 7748, section 6.1).
  public init?(_ bytes: [UInt8]) {
    guard let value = Digest(bytes) else { return nil }
    // Any scalar tells: clamping makes it a multiple of the cofactor.
    guard Self.agree(scalar: [UInt8](repeating: 0x55, count: 32), point: bytes) != nil else {
      return nil
    }
    self.value = value
  }

  /// The thirty-two bytes.
  public var bytes: [UInt8] { value.bytes }

  /// X25519 with a scalar that is no secret; nil where the result is zero.
  static func agree(scalar: [UInt8], point: [UInt8]) -> [UInt8]? {
    guard scalar.count == 32, point.count == 32 else { return nil }
    Sodium.start()
    var shared = [UInt8](repeating: 0, count: 32)
    guard unsafe crypto_scalarmult_curve25519(&shared, scalar, point) == 0 else { return nil }
    return shared
  }
}
