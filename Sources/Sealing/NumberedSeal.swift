/// What ``GrantPack`` and ``OuterSeal`` share: u32 number ‖ nonce 24 ‖ AEAD, under a key of custody.
///
/// The number says which of a case's custody keys it needs; it is bound again in the associated data,
/// which each of the two callers gives.
enum NumberedSeal {
  static let overhead = 4 + AEAD.overhead

  static func seal(
    _ plaintext: [UInt8], number: UInt32, associated: [UInt8], under key: KeyHandle,
    in arena: borrowing KeyArena
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(plaintext.count + overhead)
    bytes.append(littleEndian: number)
    // The plaintext is ciphertext already: what lies under it is sealed to persons or under OK.
    unsafe plaintext.withUnsafeBufferPointer { plaintext in
      guard let start = plaintext.baseAddress else { return }
      unsafe AEAD.appendSealed(
        start, count: plaintext.count, associated: associated, key: arena.pointer(to: key),
        to: &bytes)
    }
    return bytes
  }

  static func open(
    _ sealed: Span<UInt8>, associated: [UInt8], under key: KeyHandle, in arena: borrowing KeyArena
  ) throws(SealingError) -> [UInt8] {
    let count = sealed.count - overhead
    // Nothing empty is ever sealed this way.
    guard count > 0 else { throw .doesNotOpen }
    let key = unsafe UnsafePointer(arena.pointer(to: key))
    return try unsafe makeBytes(count: count) { (plaintext) throws(SealingError) in
      try unsafe AEAD.open(
        sealed.extracting(4..<sealed.count), associated: associated, key: key, to: plaintext)
      return count
    }
  }

  static func number(of sealed: Span<UInt8>) throws(SealingError) -> UInt32 {
    guard sealed.count > overhead else { throw .doesNotOpen }
    return sealed.littleEndian(UInt32.self, at: 0)
  }
}
