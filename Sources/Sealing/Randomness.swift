import CSodium

/// Random bytes that are no secret: salts, nonces, identifiers.
public enum Randomness {
  /// `count` bytes from the system's generator (getrandom(2), through libsodium).
  ///
  /// For keys there are ``KeyArena/makeRandom()`` and ``SecretBytes/makeRandom(count:)``, which never
  /// leave guarded memory.
  public static func bytes(_ count: Int) -> [UInt8] {
    precondition(count >= 0, "a count of bytes is not negative")
    Sodium.start()
    var result = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&result, count)
    return result
  }
}
