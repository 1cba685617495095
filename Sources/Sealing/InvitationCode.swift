import CSodium

/// A 128-bit code that is told to a new member once, and makes the key that signs their enrolment.
///
/// Thirty characters of Crockford's base 32 in six groups of five: 128 bits of the code, then the first
/// 22 bits of BLAKE2b-256("safekeep/invite-check/1" ‖ code), so that a slip in writing is noticed before
/// the code is held to be wrong. In reading, I and L are 1, O is 0, and case does not matter.
public enum InvitationCode {
  /// Bytes of a code.
  public static let count = 16
  private static let checkLabel = Array("safekeep/invite-check/1".utf8)
  private static let seedLabel = Array("safekeep/invite/1".utf8)
  /// 128 and 22 bits, five a character.
  private static let characterCount = 30

  /// A new code.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func makeRandom() throws(SealingError) -> SecretBytes {
    try SecretBytes.makeRandom(count: count)
  }

  /// The code as it is told: `XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX`, without a line end.
  ///
  /// - Throws: ``SealingError/length`` unless the code has 16 bytes; ``SealingError/memory``.
  public static func text(of code: borrowing SecretBytes) throws(SealingError) -> SecretBytes {
    let payload = try payload(of: code)
    return try SecretBytes(capacity: characterCount + 5) { output in
      for index in 0..<characterCount {
        if index > 0 && index % 5 == 0 { output.append(UInt8(ascii: "-")) }
        output.append(Base32.character(payload.withSpan { Base32.value(in: $0, at: index) }))
      }
    }
  }

  /// Reads a code as it was typed; spaces and hyphens make no difference.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` where it is no code, or a character is wrong;
  ///   ``SealingError/memory``.
  public static func code(from text: borrowing SecretBytes) throws(SealingError) -> SecretBytes {
    let payload = try text.withSpan { (text) throws(SealingError) in
      try Base32.bytes(of: text, characterCount: characterCount)
    }
    let code = try payload.withSpan { (payload) throws(SealingError) in
      try SecretBytes(copying: payload.extracting(0..<count))
    }
    guard try self.payload(of: code) == payload else { throw .doesNotOpen }
    return code
  }

  /// The key that the code stands for in one vault: its seed is BLAKE2b-256("safekeep/invite/1" ‖ vault
  /// ‖ code). Whoever knows the code can sign the enrolment, and nobody else.
  ///
  /// - Throws: ``SealingError/length`` unless the code has 16 bytes; ``SealingError/memory``.
  public static func signingKey(
    for code: borrowing SecretBytes, vault: Identifier
  ) throws(SealingError) -> SigningKey {
    guard code.count == count else { throw .length }
    let seed = try code.withSpan { (code) throws(SealingError) in
      try SecretText.check(seedLabel + vault.bytes, code)
    }
    return try SigningKey(seed: seed)
  }

  /// The 150 bits that are written, in 19 bytes: the code, 22 bits of check, two zero bits.
  private static func payload(of code: borrowing SecretBytes) throws(SealingError) -> SecretBytes {
    guard code.count == count else { throw .length }
    let check = try code.withSpan { (code) throws(SealingError) in
      try SecretText.check(checkLabel, code)
    }
    return try SecretBytes(capacity: count + 3) { output in
      code.withSpan { for index in $0.indices { output.append($0[index]) } }
      check.withSpan {
        output.append($0[0])
        output.append($0[1])
        output.append($0[2] & 0xFC)
      }
    }
  }
}
