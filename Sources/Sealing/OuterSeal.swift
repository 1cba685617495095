/// A blob sealed a second time, under the custody key of its case: what custody has to take off first.
///
/// u32 number ‖ nonce 24 ‖ AEAD(key, bytes, AD = label ‖ vault ‖ case ‖ u32 number). Destroying the
/// custody key destroys every copy of what is under it, in every backup.
public enum OuterSeal {
  /// The label of a case's operations row.
  public static let operationsLabel = "safekeep/operations/1"

  /// The label of a segment of the search index. It has no case: in its place stands the segment's number.
  public static let segmentLabel = "safekeep/segment/1"

  /// The label of the draft of a form.
  public static let draftLabel = "safekeep/draft/1"

  /// Seals bytes that are sealed already.
  ///
  /// - Throws: ``SealingError/length`` where there are none.
  public static func seal(
    _ bytes: [UInt8], label: String, vault: Identifier, caseID: Identifier, number: UInt32,
    under key: KeyHandle, in arena: borrowing KeyArena
  ) throws(SealingError) -> [UInt8] {
    guard !bytes.isEmpty else { throw .length }
    let associated = associated(label: label, vault: vault, caseID: caseID, number: number)
    return NumberedSeal.seal(
      bytes, number: number, associated: associated, under: key, in: arena)
  }

  /// Takes the outer seal off.
  ///
  /// - Throws: ``SealingError/doesNotOpen``.
  public static func open(
    _ sealed: Span<UInt8>, label: String, vault: Identifier, caseID: Identifier,
    under key: KeyHandle, in arena: borrowing KeyArena
  ) throws(SealingError) -> [UInt8] {
    let number = try number(of: sealed)
    let associated = associated(label: label, vault: vault, caseID: caseID, number: number)
    return try NumberedSeal.open(sealed, associated: associated, under: key, in: arena)
  }

  /// Which custody key of the case it needs.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` where it is too short to be one.
  public static func number(of sealed: Span<UInt8>) throws(SealingError) -> UInt32 {
    try NumberedSeal.number(of: sealed)
  }

  static func associated(
    label: String, vault: Identifier, caseID: Identifier, number: UInt32
  ) -> [UInt8] {
    var bytes = Array(label.utf8)
    vault.append(to: &bytes)
    caseID.append(to: &bytes)
    bytes.append(littleEndian: number)
    return bytes
  }
}
