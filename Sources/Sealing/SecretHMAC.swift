import CSodium

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1) where key, message and code are all secret.
///
/// ``KeyedHash`` keeps its state on the stack and gives out a ``Digest``, an ordinary value. Here the
/// state, which holds up to 64 bytes of the message, lies in guarded memory and is wiped with it.
@safe
struct SecretHMAC: ~Copyable {
  /// Bytes of a code.
  static let codeLength = Int(crypto_auth_hmacsha256_BYTES)

  /// Two states side by side: the one that has taken the key and is never written again, and the one
  /// at work. Starting over is a copy then, which saves two of four compressions in ``PBKDF2``.
  private let states: GuardedMemory

  /// - Throws: ``SealingError/memory``.
  init(key: Span<UInt8>) throws(SealingError) {
    // The size is a multiple of the alignment, and sodium_malloc aligns the end to a page.
    states = try GuardedMemory(count: MemoryLayout<crypto_auth_hmacsha256_state>.stride * 2)
    let keyed = unsafe self.keyed
    unsafe key.withUnsafeBufferPointer { key in
      // An empty key may have no address; of another one nothing is read then.
      let start = unsafe key.baseAddress ?? UnsafePointer(states.start)
      _ = unsafe crypto_auth_hmacsha256_init(keyed, start, key.count)
    }
  }

  /// Writes the code of a message to 32 bytes of guarded memory, which may be those of the message.
  mutating func authenticate(
    _ message: UnsafePointer<UInt8>, count: Int, to output: UnsafeMutablePointer<UInt8>
  ) {
    let working = unsafe keyed + 1
    unsafe working.update(from: keyed, count: 1)
    // None of them can fail; libsodium returns 0 in every case, and wipes what it leaves on the stack.
    _ = unsafe crypto_auth_hmacsha256_update(working, message, UInt64(count))
    _ = unsafe crypto_auth_hmacsha256_final(working, output)
  }

  private var keyed: UnsafeMutablePointer<crypto_auth_hmacsha256_state> {
    unsafe UnsafeMutableRawPointer(states.start)
      .assumingMemoryBound(to: crypto_auth_hmacsha256_state.self)
  }
}
