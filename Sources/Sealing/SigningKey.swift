import CSodium

/// A key that signs statements: Ed25519 (RFC 8032). It never seals and is never stretched.
@safe
public struct SigningKey: ~Copyable, Sendable {
  /// Bytes of a signature.
  public static let signatureLength = 64

  /// libsodium's form of a secret key: the seed, then the public key.
  private let secret: SecretBytes
  /// What others check this key's signatures with.
  public let publicKey: VerifyingKey

  /// A new key.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func makeRandom() throws(SealingError) -> SigningKey {
    let seed = try SecretBytes.makeRandom(count: KeyArena.keyLength)
    return try SigningKey(seed: seed)
  }

  /// The key of a 32-byte seed that lies in guarded memory.
  ///
  /// - Throws: ``SealingError/length``, ``SealingError/memory``.
  public init(seed: borrowing SecretBytes) throws(SealingError) {
    guard seed.count == KeyArena.keyLength else { throw .length }
    try unsafe self.init(seed: UnsafePointer(seed.pointer))
  }

  /// The key of a seed in an arena.
  ///
  /// - Throws: ``SealingError/memory``.
  public init(seed: KeyHandle, in arena: borrowing KeyArena) throws(SealingError) {
    try unsafe self.init(seed: UnsafePointer(arena.pointer(to: seed)))
  }

  init(seed: UnsafePointer<UInt8>) throws(SealingError) {
    var point = [UInt8](repeating: 0, count: 32)
    let secret = try unsafe SecretBytes(writing: 64) { secret in
      _ = unsafe crypto_sign_ed25519_seed_keypair(&point, secret, seed)
    }
    guard let publicKey = VerifyingKey(point) else { throw .length }
    self.publicKey = publicKey
    self.secret = secret
  }

  /// The signature over a message, 64 bytes.
  public borrowing func sign(_ message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Self.signatureLength)
    // It cannot fail: it only computes (libsodium returns 0 in every case).
    _ = unsafe crypto_sign_ed25519_detached(
      &signature, nil, message, UInt64(message.count), secret.pointer)
    return signature
  }

  /// Lends the seed for the length of a call, to wrap it or to put it away.
  public borrowing func withSeed<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try secret.withSpan { (span) throws(Failure) in
      try body(span.extracting(0..<KeyArena.keyLength))
    }
  }
}
