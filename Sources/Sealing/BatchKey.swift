import CSodium

/// A batch key sealed to one principal's X25519 key: an anonymous box (`crypto_box_seal`), 112 bytes.
///
/// Sealing to a public key costs about 80 microseconds, so one act makes one batch key a principal and
/// wraps every key of the act under it. The box holds a hash of where it belongs before the key,
/// because an anonymous box has no associated data of its own. Who sealed it is stated by the signed
/// log entry that carries the grant list, and nowhere else.
public enum BatchKey {
  /// Bytes of a sealed batch key.
  public static let count = 64 + 48

  /// Seals a batch key.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func seal(
    _ key: KeyHandle, in arena: borrowing KeyArena, vault: Identifier, batch: Identifier,
    to principal: Principal, _ box: BoxPublicKey
  ) throws(SealingError) -> [UInt8] {
    let place = place(vault: vault, batch: batch, principal: principal).bytes
    let key = unsafe arena.pointer(to: key)
    return try unsafe Workbench.lend { (content) throws(SealingError) in
      unsafe content.update(from: place, count: 32)
      unsafe (content + 32).update(from: key, count: KeyArena.keyLength)
      var sealed = [UInt8](repeating: 0, count: count)
      guard unsafe crypto_box_seal(&sealed, content, 64, box.bytes) == 0 else { throw .publicKey }
      return sealed
    }
  }

  /// Opens a sealed batch key into an arena.
  ///
  /// - Throws: ``SealingError/doesNotOpen``, also where it was sealed for another place.
  public static func open(
    _ sealed: Span<UInt8>, vault: Identifier, batch: Identifier, principal: Principal,
    with box: borrowing BoxKey, into arena: inout KeyArena
  ) throws(SealingError) -> KeyHandle {
    guard sealed.count == count else { throw .doesNotOpen }
    let place = place(vault: vault, batch: batch, principal: principal).bytes
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

  private static func place(
    vault: Identifier, batch: Identifier, principal: Principal
  ) -> Digest {
    var bytes = Array("safekeep/batch/1".utf8)
    vault.append(to: &bytes)
    batch.append(to: &bytes)
    principal.append(to: &bytes)
    return Digest.of(bytes)
  }
}
