import CSodium

/// A key that others seal to: X25519 (RFC 7748), from a 32-byte seed (`crypto_box_seed_keypair`).
@safe
public struct BoxKey: ~Copyable, Sendable {
  /// The seed, then the scalar that libsodium makes of it.
  private let secret: SecretBytes
  /// What others seal to.
  public let publicKey: BoxPublicKey

  /// A new key.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func makeRandom() throws(SealingError) -> BoxKey {
    let seed = try SecretBytes.makeRandom(count: KeyArena.keyLength)
    return try BoxKey(seed: seed)
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
      unsafe secret.update(from: seed, count: 32)
      _ = unsafe crypto_box_seed_keypair(&point, secret + 32, seed)
    }
    guard let publicKey = BoxPublicKey(point) else { throw .publicKey }
    self.publicKey = publicKey
    self.secret = secret
  }

  /// Lends the seed for the length of a call, to wrap it or to put it away.
  public borrowing func withSeed<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try secret.withSpan { (span) throws(Failure) in
      try body(span.extracting(0..<KeyArena.keyLength))
    }
  }

  /// Opens an anonymous box (`crypto_box_seal`) of `count` bytes to `plaintext`.
  func open(_ sealed: Span<UInt8>, to plaintext: UnsafeMutablePointer<UInt8>) -> Bool {
    unsafe sealed.withUnsafeBufferPointer { sealed in
      guard let start = sealed.baseAddress else { return false }
      return unsafe crypto_box_seal_open(
        plaintext, start, UInt64(sealed.count), publicKey.bytes, secret.pointer + 32) == 0
    }
  }
}
