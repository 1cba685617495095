import CSodium

/// Hashes that need a key: pseudonyms, and tokens to search by.
public enum KeyedHash {
  /// HMAC-SHA-256 (RFC 2104, FIPS 198-1).
  public static func hmacSHA256(
    _ message: [UInt8], key: KeyHandle, in arena: borrowing KeyArena
  ) -> Digest {
    unsafe hmacSHA256(message, key: arena.pointer(to: key), keyLength: KeyArena.keyLength)
  }

  /// With a key of any length, as the published vectors have them.
  static func hmacSHA256(
    _ message: [UInt8], key: UnsafePointer<UInt8>, keyLength: Int
  ) -> Digest {
    var state = crypto_auth_hmacsha256_state()
    defer { unsafe sodium_memzero(&state, MemoryLayout.size(ofValue: state)) }
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    // None of the three can fail; libsodium returns 0 in every case.
    unsafe withUnsafeMutablePointer(to: &words) { output in
      _ = unsafe crypto_auth_hmacsha256_init(&state, key, keyLength)
      _ = unsafe crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
      _ = unsafe crypto_auth_hmacsha256_final(
        &state, UnsafeMutableRawPointer(output).assumingMemoryBound(to: UInt8.self))
    }
    return Digest(
      words: (words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian))
  }

  /// Keyed BLAKE2b (RFC 7693) with an output of 1 to 64 bytes.
  ///
  /// The length is part of the hash: five bytes are not the first five of a longer one.
  ///
  /// - Throws: ``SealingError/length``.
  public static func blake2b(
    _ message: [UInt8], key: KeyHandle, in arena: borrowing KeyArena, outputLength: Int
  ) throws(SealingError) -> [UInt8] {
    guard (1...64).contains(outputLength) else { throw .length }
    var output = [UInt8](repeating: 0, count: outputLength)
    _ = unsafe crypto_generichash_blake2b(
      &output, outputLength, message, UInt64(message.count), arena.pointer(to: key),
      KeyArena.keyLength)
    return output
  }

  /// Keyed BLAKE2b of five bytes, as a number below 2^40 (little-endian): a search token, no heap.
  public static func token(
    _ message: Span<UInt8>, key: KeyHandle, in arena: borrowing KeyArena
  ) -> UInt64 {
    var word: UInt64 = 0
    let key = unsafe arena.pointer(to: key)
    unsafe message.withUnsafeBufferPointer { message in
      unsafe withUnsafeMutablePointer(to: &word) { output in
        _ = unsafe crypto_generichash_blake2b(
          UnsafeMutableRawPointer(output).assumingMemoryBound(to: UInt8.self), 5,
          message.baseAddress, UInt64(message.count), key, KeyArena.keyLength)
      }
    }
    return UInt64(littleEndian: word)
  }
}
