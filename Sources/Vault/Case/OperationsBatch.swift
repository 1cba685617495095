import Sealing

/// Operations rows of some cases as they lie in the files, with the keys that open them: read on one
/// thread, opened on whichever is free.
final class OperationsBatch: Sendable {
  /// One row, sealed.
  struct Row: Sendable {
    var id: CaseID
    var writer: MemberID
    var revision: UInt64
    /// How often the case was written without it.
    var beside: UInt64
    /// Where it lies among the bytes of all.
    var sealed: Range<Int>
    /// KK of the case, of the number that the row names; nil where custody has none.
    var outer: KeyHandle?
  }

  private let rows: [Row]
  private let bytes: [UInt8]
  private let arena: KeyArena
  private let vault: Identifier
  /// The operations keys by version, in the same arena.
  private let office: [UInt32: KeyHandle]
  /// Where the keys of a field lie while it is opened, for each of the two threads.
  private let benches: [KeyHandle]

  init(
    _ rows: [Row], bytes: [UInt8], arena: consuming KeyArena, office: [UInt32: KeyHandle],
    vault: Identifier
  ) {
    self.rows = rows
    self.bytes = bytes
    self.office = office
    self.vault = vault
    benches = [arena.reserveBench(), arena.reserveBench()]
    self.arena = arena
  }

  /// How many keys the two threads need room for.
  static let benchKeys = 4

  /// One of the two that open a batch at the same time.
  enum Hand: Int, Sendable { case aside, here }

  /// A row and what was made of it; nil where it does not open.
  typealias Opened<Line> = (id: CaseID, line: Line?)

  /// Opens one hand's share of the rows, and reads them.
  ///
  /// - Parameter share: how many of the first rows the thread aside takes.
  func open<Line>(
    _ hand: Hand, share: Int, _ read: ListReading<Line>
  ) -> [Opened<Line>] {
    var opener = TwiceSealed(
      label: OuterSeal.operationsLabel, vault: vault, bench: benches[hand.rawValue])
    let part = hand == .aside ? rows.prefix(share) : rows.dropFirst(share)
    return part.map { row in
      (row.id, try? read(row.id, listed(row, by: &opener)))
    }
  }

  var count: Int { rows.count }

  private func listed(_ row: Row, by opener: inout TwiceSealed) throws(VaultError) -> ListedRow {
    guard let outer = row.outer else { throw .keyMissing }
    let bytes = bytes
    do throws(SealingError) {
      let version = try opener.takeOff(
        bytes.span.extracting(row.sealed), of: row.id.identifier, under: outer, in: arena)
      guard let key = office[version] else { throw .doesNotOpen }
      let place = CaseOperations.place(
        vault, row.id, writer: row.writer, keyVersion: version, revision: row.revision)
      try opener.openField(at: place, under: key, in: arena)
    } catch { throw .doesNotOpen }
    guard var found = ListedRow(opener.plaintext, count: opener.count) else { throw .doesNotOpen }
    found.beside = row.beside
    return found
  }
}
