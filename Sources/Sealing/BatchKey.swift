/// A batch key sealed to one principal's X25519 key: an anonymous box (`crypto_box_seal`), 112 bytes.
///
/// Sealing to a public key costs about 80 microseconds, so one act makes one batch key a principal and
/// wraps every key of the act under it. The box holds a hash of where it belongs before the key,
/// because an anonymous box has no associated data of its own. Who sealed it is stated by the signed
/// log entry that carries the grant list, and nowhere else.
public enum BatchKey {
  /// Bytes of a sealed batch key.
  public static let count = PlacedKey.count

  /// Seals a batch key.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func seal(
    _ key: KeyHandle, in arena: borrowing KeyArena, vault: Identifier, batch: Identifier,
    to principal: Principal, _ box: BoxPublicKey
  ) throws(SealingError) -> [UInt8] {
    let place = place(vault: vault, batch: batch, principal: principal)
    return try PlacedKey.seal(key, in: arena, at: place, to: box)
  }

  /// Opens a sealed batch key into an arena.
  ///
  /// - Throws: ``SealingError/doesNotOpen``, also where it was sealed for another place.
  public static func open(
    _ sealed: Span<UInt8>, vault: Identifier, batch: Identifier, principal: Principal,
    with box: borrowing BoxKey, into arena: inout KeyArena
  ) throws(SealingError) -> KeyHandle {
    let place = place(vault: vault, batch: batch, principal: principal)
    return try PlacedKey.open(sealed, at: place, with: box, into: &arena)
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
