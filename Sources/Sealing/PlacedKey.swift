import CSodium

/// A key of 32 bytes in an anonymous box (`crypto_box_seal`), behind a hash of where it belongs: 112
/// bytes.
///
/// An anonymous box has no associated data of its own, so the place goes inside, before the key; a reader
/// compares it in constant time with the place where the box was found.
enum PlacedKey {
  static let count = 64 + 48

  /// - Throws: ``SealingError/memory``.
  static func seal(
    _ key: KeyHandle, in arena: borrowing KeyArena, at place: Digest, to box: BoxPublicKey
  ) throws(SealingError) -> [UInt8] {
    let place = place.bytes
    let key = unsafe arena.pointer(to: key)
    return try unsafe Workbench.lend { (content) throws(SealingError) in
      unsafe content.update(from: place, count: 32)
      unsafe (content + 32).update(from: key, count: KeyArena.keyLength)
      var sealed = [UInt8](repeating: 0, count: count)
      guard unsafe crypto_box_seal(&sealed, content, 64, box.bytes) == 0 else { throw .publicKey }
      return sealed
    }
  }

  /// - Throws: ``SealingError/doesNotOpen``, also where it was sealed for another place.
  static func open(
    _ sealed: Span<UInt8>, at place: Digest, with box: borrowing BoxKey, into arena: inout KeyArena
  ) throws(SealingError) -> KeyHandle {
    guard sealed.count == count else { throw .doesNotOpen }
    let place = place.bytes
    let key = arena.reserve()
    let target = unsafe arena.pointer(to: key)
    do throws(SealingError) {
      try unsafe Workbench.lend { (content) throws(SealingError) in
        guard unsafe box.open(sealed, to: content), unsafe sodium_memcmp(content, place, 32) == 0
        else { throw .doesNotOpen }
        unsafe target.update(from: content + 32, count: KeyArena.keyLength)
      }
    } catch {
      arena.giveBack(key)
      throw error
    }
    return key
  }
}
