import AuditLog
import Sealing

/// Opens every segment of the index: some at a time, and what was read last is opened on two threads while the next
/// are read.
struct SegmentScan {
  let vault: Vault
  let keys: IndexKeys

  /// A mebibyte at a time.
  var together = 64

  /// - Parameters:
  ///   - read: what is made of a segment, on the thread that opens it; false where it is none.
  ///   - take: what was made of some of them, here.
  /// - Returns: how many did not open, are not there or are none.
  func run<Line: Sendable>(
    _ tx: Transaction, _ read: @escaping @Sendable (SegmentCursor, inout [Line]) -> Bool,
    _ take: ([Line]) throws(VaultError) -> Void
  ) throws(VaultError) -> Int {
    // A segment that was taken out of the file is missed by the cases that it is for.
    let last = SearchSegment.number(ofFile: max(try tx.largestFileKey(), 1))
    var unread = 0
    var first = 1
    var read0 = try batch(first, last, tx)
    while let current = read0 {
      first += together
      let following = first
      let share = current.count - current.count / 3
      let (aside, (next, here)) = try Aside.run(
        { Opened(current.open(.aside, share: share, read)) },
        while: { () throws(VaultError) in
          (try batch(following, last, tx), Opened(current.open(.here, share: share, read)))
        })
      unread += aside.unread + here.unread
      try take(aside.lines)
      try take(here.lines)
      read0 = next
    }
    return unread
  }

  /// What one thread hands the other.
  private struct Opened<Line: Sendable>: Sendable {
    let lines: [Line]
    let unread: Int

    init(_ opened: (lines: [Line], unread: Int)) { (lines, unread) = opened }
  }

  private func batch(
    _ first: Int, _ last: Int, _ tx: Transaction
  ) throws(VaultError) -> SegmentBatch? {
    guard first <= last else { return nil }
    let numbers = first..<min(first + together, last + 1)
    var arena = try VaultError.sealing { () throws(SealingError) in
      try KeyArena(
        capacity: 2 * together + OperationsScan.versions + OperationsBatch.benchKeys)
    }
    var outer: [OuterName: KeyHandle] = [:]
    let places =
      SearchSegment.custodyFile(numbers.upperBound - 1)..<SearchSegment.custodyFile(
        numbers.lowerBound) + 1
    for key in try vault.custody.outerKeys(of: places, most: 2 * together, into: &arena) {
      outer[OuterName(file: key.file, number: key.number)] = key.handle
    }
    var bytes: [UInt8] = []
    let found = try tx.segments(numbers, to: &bytes)
    let rows = found.map { row in
      let number = (try? OuterSeal.number(of: bytes.span.extracting(row.sealed))) ?? 0
      let name = OuterName(file: SearchSegment.custodyFile(row.number), number: number)
      return SegmentBatch.Row(number: row.number, sealed: row.sealed, outer: outer[name])
    }
    return SegmentBatch(
      rows, bytes: bytes, arena: arena, office: try keys.copy(into: &arena), vault: vault.id)
  }

  private struct OuterName: Hashable {
    var file: Int
    var number: UInt32
  }
}
