import Sealing

/// Some segments as they lie in the files, with the keys that open them: read on one thread, opened on whichever is
/// free.
final class SegmentBatch: Sendable {
  /// A segment, sealed.
  struct Row: Sendable {
    var number: Int
    /// Where it lies among the bytes of all.
    var sealed: Range<Int>
    /// Its key in custody, of the number that it names; nil where there is none.
    var outer: KeyHandle?
    /// How many cases the file has that belong in it.
    var cases: Int
  }

  private let rows: [Row]
  private let bytes: [UInt8]
  private let arena: KeyArena
  private let vault: Identifier
  /// The index keys by version, in the same arena.
  private let office: [UInt32: KeyHandle]
  /// Where the keys of a segment lie while it is opened, for each of the two threads.
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

  var count: Int { rows.count }

  /// Opens one hand's share and reads each where it lies.
  ///
  /// - Parameter share: how many of the first segments the thread aside takes.
  /// - Returns: what was read, how many did not open, and how many cases are not in those that did.
  func open<Line>(
    _ hand: OperationsBatch.Hand, share: Int, _ read: (SegmentCursor, inout [Line]) -> Bool
  ) -> (lines: [Line], unread: Int, absent: Int) {
    var opener = TwiceSealed(
      label: OuterSeal.segmentLabel, vault: vault, bench: benches[hand.rawValue])
    var (lines, unread, absent): ([Line], Int, Int) = ([], 0, 0)
    for row in hand == .aside ? rows.prefix(share) : rows.dropFirst(share) {
      guard (try? open(row, by: &opener)) != nil,
        let held = Self.read(SegmentCursor(opener.plaintext, count: opener.count), read, &lines)
      else {
        unread += 1
        continue
      }
      // One that was lost and begun again by a single write lacks all the others.
      absent += max(0, row.cases - held)
    }
    return (lines, unread, absent)
  }

  /// - Returns: how many people it holds; nil where it is no segment.
  private static func read<Line>(
    _ cursor: SegmentCursor, _ read: (SegmentCursor, inout [Line]) -> Bool, _ lines: inout [Line]
  ) -> Int? { read(cursor, &lines) ? cursor.held : nil }

  private func open(_ row: Row, by opener: inout TwiceSealed) throws(VaultError) {
    guard let outer = row.outer else { throw .keyMissing }
    let bytes = bytes
    do throws(SealingError) {
      let version = try opener.takeOff(
        bytes.span.extracting(row.sealed), of: SearchSegment.name(row.number), under: outer,
        in: arena)
      guard let key = office[version] else { throw .doesNotOpen }
      try opener.openField(
        at: SearchSegment.place(row.number, vault: vault, keyVersion: version), under: key,
        in: arena)
    } catch { throw .doesNotOpen }
  }
}
