import AuditLog
import Sealing

/// The operations row of a case, sealed twice: under the operations key that the office holds, and
/// under the case's own outer key, so that destroying the latter destroys it in every backup.
struct CaseOperations {
  let context: ActContext
  let key: (version: UInt32, handle: KeyHandle)
  /// KK of the case, in the arena of the case at hand.
  let outer: KeyHandle
  let number: UInt32

  /// The inner blob is what the manifest takes.
  func seal(
    _ row: OperationsRow, of id: CaseID, revision: UInt64
  ) throws(VaultError) -> (inner: [UInt8], outer: [UInt8]) {
    try Self.seal(
      row, revision: revision,
      at: Desk(
        vault: context.vault.id, id: id, writer: context.asker.member, number: number),
      under: key, in: context.keyring.lasting, outer: outer, in: context.keyring.atHand)
  }

  /// Whose row it is, who writes it, and under which outer key.
  struct Desk {
    var vault: Identifier
    var id: CaseID
    var writer: MemberID
    /// The number of the outer key.
    var number: UInt32
  }

  /// The same for whoever has no files at hand: each key in an arena of its own.
  static func seal(
    _ row: OperationsRow, revision: UInt64, at desk: Desk,
    under key: (version: UInt32, handle: KeyHandle), in lasting: borrowing KeyArena,
    outer: KeyHandle, in arena: borrowing KeyArena
  ) throws(VaultError) -> (inner: [UInt8], outer: [UInt8]) {
    let place = place(
      desk.vault, desk.id, writer: desk.writer, keyVersion: key.version, revision: revision)
    do {
      let inner = try SealedField.seal(
        row.encoded, at: place, under: key.handle, in: lasting)
      let sealed = try OuterSeal.seal(
        inner, label: OuterSeal.operationsLabel, vault: desk.vault, caseID: desk.id.identifier,
        number: desk.number, under: outer, in: arena)
      return (inner, sealed)
    } catch { throw VaultError(error) }
  }

  /// Takes off custody's seal.
  static func inner(
    _ file: Transaction.File, under outer: KeyHandle, in arena: borrowing KeyArena,
    vault: Identifier
  ) throws(VaultError) -> [UInt8] {
    do {
      return try OuterSeal.open(
        file.operations.span, label: OuterSeal.operationsLabel, vault: vault,
        caseID: file.id.identifier, under: outer, in: arena)
    } catch { throw .doesNotOpen }
  }

  static func number(_ file: Transaction.File) throws(VaultError) -> UInt32 {
    do { return try OuterSeal.number(of: file.operations.span) } catch { throw .doesNotOpen }
  }

  static func keyVersion(_ inner: [UInt8]) throws(VaultError) -> UInt32 {
    do { return try SealedField.keyVersion(of: inner.span) } catch { throw .doesNotOpen }
  }

  static func open(
    _ inner: [UInt8], _ file: Transaction.File, writer: MemberID, keyVersion: UInt32,
    under key: KeyHandle, in arena: borrowing KeyArena, vault: Identifier
  ) throws(VaultError) -> OperationsRow {
    let plain = try opened(
      inner, file, writer: writer, keyVersion: keyVersion, under: key, in: arena, vault: vault)
    guard let row = OperationsRow(decoding: plain) else { throw .doesNotOpen }
    return row
  }

  /// The same, not read.
  static func opened(
    _ inner: [UInt8], _ file: Transaction.File, writer: MemberID, keyVersion: UInt32,
    under key: KeyHandle, in arena: borrowing KeyArena, vault: Identifier
  ) throws(VaultError) -> [UInt8] {
    let place = place(
      vault, file.id, writer: writer, keyVersion: keyVersion, revision: file.revision)
    do {
      return try SealedField.open(inner.span, at: place, under: key, in: arena)
    } catch { throw .doesNotOpen }
  }

  static func place(
    _ vault: Identifier, _ id: CaseID, writer: MemberID, keyVersion: UInt32,
    revision: UInt64
  ) -> FieldPlace {
    FieldPlace(
      vault: vault, caseID: id.identifier, record: id.identifier, writer: writer.identifier,
      entity: 1, fieldClass: FieldClass.operations.rawValue, field: 0, keyVersion: keyVersion,
      fieldVersion: revision)
  }
}
