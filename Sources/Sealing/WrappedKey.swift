/// A key wrapped under a batch key: nonce 24 ‖ AEAD(batch key, key, AD = context), 72 bytes.
///
/// The inner of the two wraps. One wrap takes about a microsecond, because the slow part, sealing to a
/// person's public key, is done once for the batch key (``BatchKey``).
public enum WrappedKey {
  /// Bytes of a wrapped key.
  public static let count = KeyArena.keyLength + AEAD.overhead

  /// Wraps one key of the arena under another.
  public static func wrap(
    _ key: KeyHandle, under batch: KeyHandle, in arena: borrowing KeyArena, context: GrantContext
  ) -> [UInt8] {
    var inner: [UInt8] = []
    inner.reserveCapacity(count)
    unsafe AEAD.appendSealed(
      arena.pointer(to: key), count: KeyArena.keyLength, associated: context.bytes,
      key: arena.pointer(to: batch), to: &inner)
    return inner
  }

  /// Unwraps a key into the arena that holds its batch key.
  ///
  /// - Throws: ``SealingError/doesNotOpen``; the arena is then as it was.
  public static func unwrap(
    _ inner: Span<UInt8>, under batch: KeyHandle, in arena: inout KeyArena, context: GrantContext
  ) throws(SealingError) -> KeyHandle {
    try arena.open(inner, associated: context.bytes, under: batch)
  }
}

extension KeyArena {
  /// Opens a sealed key (nonce ‖ AEAD) under a key of this arena, into this arena.
  mutating func open(
    _ sealed: Span<UInt8>, associated: [UInt8], under key: KeyHandle
  ) throws(SealingError) -> KeyHandle {
    guard sealed.count == WrappedKey.count else { throw .doesNotOpen }
    let opened = reserve()
    do throws(SealingError) {
      try unsafe AEAD.open(
        sealed, associated: associated, key: pointer(to: key), to: pointer(to: opened))
    } catch {
      giveBack(opened)
      throw error
    }
    return opened
  }
}
