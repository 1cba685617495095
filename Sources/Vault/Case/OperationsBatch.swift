import Sealing

/// Operations rows of some cases as they lie in the files, with the keys that open them: read on one
/// thread, opened on whichever is free.
final class OperationsBatch: Sendable {
  /// One row, sealed.
  struct Row: Sendable {
    var id: CaseID
    var writer: MemberID
    var revision: UInt64
    var sealed: [UInt8]
    /// KK of the case, of the number that the row names; nil where custody has none.
    var outer: KeyHandle?
  }

  private let rows: [Row]
  private let arena: KeyArena
  private let vault: Identifier
  /// The operations keys by version, in the same arena.
  private let office: [UInt32: KeyHandle]

  init(
    _ rows: [Row], arena: consuming KeyArena, office: [UInt32: KeyHandle], vault: Identifier
  ) {
    self.rows = rows
    self.arena = arena
    self.office = office
    self.vault = vault
  }

  var count: Int { rows.count }

  /// Opens a part of the rows as far as is asked for, and reads them; nil for one that does not open.
  func open<Line>(
    _ part: Range<Int>, _ wanted: Set<FieldID>?, _ read: ListReading<Line>
  ) -> [(id: CaseID, line: Line?)] {
    rows[part].map { row in (row.id, (try? values(row, wanted)).map { read(row.id, $0) }) }
  }

  private func values(
    _ row: Row, _ wanted: Set<FieldID>?
  ) throws(VaultError) -> [FieldID: FieldValue] {
    guard let outer = row.outer else { throw .keyMissing }
    do throws(SealingError) {
      let inner = try OuterSeal.open(
        row.sealed.span, label: OuterSeal.operationsLabel, vault: vault,
        caseID: row.id.identifier, under: outer, in: arena)
      let version = try SealedField.keyVersion(of: inner.span)
      guard let key = office[version] else { throw .doesNotOpen }
      let place = CaseOperations.place(
        vault, row.id, writer: row.writer, keyVersion: version, revision: row.revision)
      let plain = try SealedField.open(inner.span, at: place, under: key, in: arena)
      guard let found = OperationsRow(decoding: plain, only: wanted) else { throw .doesNotOpen }
      return found.values
    } catch { throw .doesNotOpen }
  }
}
