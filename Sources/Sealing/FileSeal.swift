/// What a file for another vault holds: XChaCha20-Poly1305 under the file's own key, with everything
/// before it as associated data.
///
/// The length is told only in doublings from 4 KiB on (ISO/IEC 7816-4 padding): a file on a stick says
/// little of how much is recorded of somebody.
public enum FileSeal {
  /// What sealing adds to the padded content: nonce and tag.
  public static let overhead = AEAD.overhead
  /// The smallest padded length.
  public static let smallest = 4_096

  /// The padded length: the smallest doubling that holds the content and one byte more.
  public static func paddedCount(_ count: Int) -> Int {
    var step = smallest
    while step <= count { step *= 2 }
    return step
  }

  /// Whether a padded content can have this length.
  public static func isStep(_ count: Int) -> Bool {
    count >= smallest && count & (count - 1) == 0
  }

  /// nonce 24 ‖ ciphertext of the padded content ‖ tag 16.
  public static func seal(
    _ content: [UInt8], associated: [UInt8], under key: KeyHandle, in arena: borrowing KeyArena
  ) -> [UInt8] {
    let padded = paddedCount(content.count)
    var plaintext = content
    plaintext.reserveCapacity(padded)
    plaintext.append(0x80)
    plaintext.append(contentsOf: repeatElement(0, count: padded - plaintext.count))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(padded + overhead)
    unsafe plaintext.withUnsafeBufferPointer { plaintext in
      guard let start = plaintext.baseAddress else { return }
      unsafe AEAD.appendSealed(
        start, count: padded, associated: associated, key: arena.pointer(to: key), to: &bytes)
    }
    return bytes
  }

  /// The content.
  ///
  /// - Throws: ``SealingError/doesNotOpen``, also where the padding is not the smallest.
  public static func open(
    _ sealed: Span<UInt8>, associated: [UInt8], under key: KeyHandle, in arena: borrowing KeyArena
  ) throws(SealingError) -> [UInt8] {
    let padded = sealed.count - overhead
    guard isStep(padded) else { throw .doesNotOpen }
    let key = unsafe UnsafePointer(arena.pointer(to: key))
    return try unsafe makeBytes(count: padded) { (plaintext) throws(SealingError) in
      try unsafe AEAD.open(sealed, associated: associated, key: key, to: plaintext)
      var count = padded - 1
      while unsafe count > 0 && plaintext[count] == 0 { count -= 1 }
      guard unsafe plaintext[count] == 0x80, paddedCount(count) == padded else {
        throw .doesNotOpen
      }
      return count
    }
  }
}
