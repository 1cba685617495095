/// PBKDF2 with HMAC-SHA-256 (RFC 8018, section 5.2), for the one standard here that asks for it: SLIP-39.
///
/// Passphrases of members are stretched with Argon2id, see ``PassphraseStretching``. It is written over
/// libsodium's HMAC because the salt is secret in SLIP-39, half of what is encrypted, and OpenSSL's
/// PBKDF2 gives its own copy of the salt back to the heap unwiped.
enum PBKDF2 {
  /// One block of the function is all that is asked for.
  static let longest = SecretHMAC.codeLength

  /// Derives up to 32 bytes.
  ///
  /// - Throws: ``SealingError/length`` for other lengths; ``SealingError/memory``.
  static func deriveBytes(
    _ count: Int, from password: Span<UInt8>, salt: Span<UInt8>, iterations: Int
  ) throws(SealingError) -> SecretBytes {
    guard (1...longest).contains(count), iterations > 0 else { throw .length }
    var hmac = try SecretHMAC(key: password)
    let block = try firstBlock(salt, &hmac)
    let sum = try block.withSpan { (block) throws(SealingError) in
      try SecretBytes(copying: block)
    }
    for _ in 1..<iterations {
      unsafe hmac.authenticate(block.pointer, count: longest, to: block.pointer)
      for index in 0..<longest { unsafe sum.pointer[index] ^= block.pointer[index] }
    }
    return try sum.withSpan { (sum) throws(SealingError) in
      try SecretBytes(copying: sum.extracting(0..<count))
    }
  }

  /// U_1: the code of salt ‖ the number of the block, four bytes, most significant first.
  private static func firstBlock(
    _ salt: Span<UInt8>, _ hmac: inout SecretHMAC
  ) throws(SealingError) -> SecretBytes {
    let message = try SecretBytes(capacity: salt.count + 4) { output in
      output.append(salt)
      for byte: UInt8 in [0, 0, 0, 1] { output.append(byte) }
    }
    let block = try SecretBytes(capacity: longest) { output in
      output.append(repeating: 0, count: longest)
    }
    unsafe hmac.authenticate(message.pointer, count: message.count, to: block.pointer)
    return block
  }
}
