import CSodium

/// A 32-byte seed as text, for a file or a paper that is put away.
///
/// Eighteen groups of four hexadecimal digits: sixteen of the seed, two of its checksum (the first four
/// bytes of BLAKE2b-256 over "safekeep/seed/1" ‖ seed), four groups a line. It is made and read in
/// guarded memory; libsodium's conversions take the same time for every digit.
public enum SeedText {
  private static let label = Array("safekeep/seed/1".utf8)
  private static let byteCount = KeyArena.keyLength + 4
  private static let groupsPerLine = 4

  /// The text of a seed in an arena: lines of ASCII, each ended by a line feed.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func text(
    of seed: KeyHandle, in arena: borrowing KeyArena
  ) throws(SealingError) -> SecretBytes {
    try arena.withKey(seed) { (span) throws(SealingError) in try text(of: span) }
  }

  /// The text of a seed lent by a key.
  ///
  /// - Throws: ``SealingError/length`` unless there are 32 bytes; ``SealingError/memory``.
  public static func text(of seed: Span<UInt8>) throws(SealingError) -> SecretBytes {
    guard seed.count == KeyArena.keyLength else { throw .length }
    let check = try SecretText.check(label, seed)
    let room = byteCount * 2 + 1  // libsodium ends its text with a zero
    let digits = try unsafe SecretBytes(writing: room) { target in
      unsafe target.withMemoryRebound(to: CChar.self, capacity: room) { text in
        unsafe seed.withUnsafeBufferPointer { seed in
          _ = unsafe sodium_bin2hex(text, 65, seed.baseAddress, 32)
        }
        _ = unsafe sodium_bin2hex(text + 64, 9, check.pointer, 4)
      }
    }
    return try digits.withSpan { (digits) throws(SealingError) in
      try SecretText.grouped(
        digits.extracting(0..<byteCount * 2), group: 4, perLine: groupsPerLine, separator: 0x20)
    }
  }

  /// Reads a seed back. Upper and lower case, spaces, hyphens and line ends make no difference.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` where it is no such text, or a digit is wrong;
  ///   ``SealingError/memory``.
  public static func seed(
    from text: borrowing SecretBytes, into arena: inout KeyArena
  ) throws(SealingError) -> KeyHandle {
    let bytes = try unsafe SecretBytes(writing: byteCount) { (target) throws(SealingError) in
      var count = 0
      let status = unsafe text.pointer.withMemoryRebound(to: CChar.self, capacity: text.count) {
        unsafe sodium_hex2bin(target, byteCount, $0, text.count, " -\r\n\t", &count, nil)
      }
      guard status == 0, count == byteCount else { throw .doesNotOpen }
    }
    return try bytes.withSpan { (bytes) throws(SealingError) in
      let seed = bytes.extracting(0..<KeyArena.keyLength)
      let check = try SecretText.check(label, seed)
      guard check.withSpan({ SecretText.begins($0, with: bytes.extracting(32..<byteCount)) })
      else { throw .doesNotOpen }
      return try arena.load(seed)
    }
  }
}
