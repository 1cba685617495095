/// The same wraps where batch keys last longer than the keys of one case: each in an arena of its own,
/// so that the one can be wiped while the other goes on.
extension WrappedKey {
  /// Wraps a key of one arena under a batch key of another.
  public static func wrap(
    _ key: KeyHandle, in arena: borrowing KeyArena, under batch: KeyHandle,
    in batches: borrowing KeyArena, context: GrantContext
  ) -> [UInt8] {
    var inner: [UInt8] = []
    inner.reserveCapacity(count)
    unsafe AEAD.appendSealed(
      arena.pointer(to: key), count: KeyArena.keyLength, associated: context.bytes,
      key: batches.pointer(to: batch), to: &inner)
    return inner
  }

  /// Unwraps a key under a batch key of another arena.
  ///
  /// - Throws: ``SealingError/doesNotOpen``; the arena is then as it was.
  public static func unwrap(
    _ inner: Span<UInt8>, under batch: KeyHandle, in batches: borrowing KeyArena,
    into arena: inout KeyArena, context: GrantContext
  ) throws(SealingError) -> KeyHandle {
    guard inner.count == count else { throw .doesNotOpen }
    let opened = arena.reserve()
    do throws(SealingError) {
      try unsafe AEAD.open(
        inner, associated: context.bytes, key: batches.pointer(to: batch),
        to: arena.pointer(to: opened))
    } catch {
      arena.giveBack(opened)
      throw error
    }
    return opened
  }
}
