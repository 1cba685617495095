/// The key of one file for another vault, sealed to the box key on that vault's card: an anonymous box
/// (`crypto_box_seal`), 112 bytes, bound to the file's head.
///
/// Who made the file is said by the signed note at its end, and by nothing in here.
public enum FileKey {
  /// Bytes of a sealed file key.
  public static let count = PlacedKey.count

  /// Seals a file key.
  ///
  /// - Parameter head: the bytes of the file before the box.
  /// - Throws: ``SealingError/memory``.
  public static func seal(
    _ key: KeyHandle, in arena: borrowing KeyArena, head: [UInt8], to box: BoxPublicKey
  ) throws(SealingError) -> [UInt8] {
    try PlacedKey.seal(key, in: arena, at: place(head, box), to: box)
  }

  /// Opens a file key into an arena.
  ///
  /// - Throws: ``SealingError/doesNotOpen``, also where the head is another.
  public static func open(
    _ sealed: Span<UInt8>, head: [UInt8], with box: borrowing BoxKey, into arena: inout KeyArena
  ) throws(SealingError) -> KeyHandle {
    try PlacedKey.open(sealed, at: place(head, box.publicKey), with: box, into: &arena)
  }

  /// The box key stands in the hash as well: a box that somebody sealed anew to another key is for
  /// another place.
  private static func place(_ head: [UInt8], _ box: BoxPublicKey) -> Digest {
    Digest.of(Array("safekeep/file/1".utf8) + head + box.bytes)
  }
}
