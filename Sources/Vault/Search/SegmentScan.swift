import AuditLog
import Sealing

/// Opens every segment of the index: some at a time, and what was read last is opened on two threads while the next
/// are read.
struct SegmentScan {
  let vault: Vault
  let keys: IndexKeys

  /// A mebibyte at a time.
  var together = 64

  /// What was not looked through.
  struct Left {
    /// Segments that do not open, or are none.
    var unread = 0
    /// Cases that are in no segment, or not in theirs, which opens.
    var unindexed = 0
  }

  /// - Parameters:
  ///   - read: what is made of a segment, on the thread that opens it; false where it is none.
  ///   - take: what was made of some of them, here.
  /// - Returns: who cannot have been found.
  func run<Line: Sendable>(
    _ tx: Transaction, _ read: @escaping @Sendable (SegmentCursor, inout [Line]) -> Bool,
    _ take: ([Line]) throws(VaultError) -> Void
  ) throws(VaultError) -> Left {
    // A segment that was taken out of the file is missed by the cases that it is for.
    let last = SearchSegment.number(ofFile: max(try tx.largestFileKey(), 1))
    var left = Left()
    var first = 1
    var read0 = try batch(&first, last, &left, tx)
    while let current = read0 {
      let share = current.count - current.count / 3
      let (aside, (next, here)) = try Aside.run(
        { Opened(current.open(.aside, share: share, read)) },
        while: { () throws(VaultError) in
          (try batch(&first, last, &left, tx), Opened(current.open(.here, share: share, read)))
        })
      left.unread += aside.unread + here.unread
      left.unindexed += aside.absent + here.absent
      try take(aside.lines)
      try take(here.lines)
      read0 = next
    }
    return left
  }

  /// What one thread hands the other.
  private struct Opened<Line: Sendable>: Sendable {
    let lines: [Line]
    let unread: Int
    let absent: Int

    init(_ opened: (lines: [Line], unread: Int, absent: Int)) {
      (lines, unread, absent) = opened
    }
  }

  /// The next of them that there is anything of: a row with a number that no case can have leads past nothing for years.
  private func batch(
    _ next: inout Int, _ last: Int, _ left: inout Left, _ tx: Transaction
  ) throws(VaultError) -> SegmentBatch? {
    guard let first = try tx.nextSegment(from: next), first <= last else { return nil }
    let numbers = first..<min(first + together, last + 1)
    next = numbers.upperBound
    var arena = try VaultError.sealing { () throws(SealingError) in
      try KeyArena(
        capacity: 2 * together + OperationsScan.versions + OperationsBatch.benchKeys)
    }
    let outer = try outerKeys(numbers, into: &arena)
    var bytes: [UInt8] = []
    let found = try tx.segments(numbers, to: &bytes)
    var cases = try tx.casesBySegment(numbers)
    let rows = found.map { row in
      let number = (try? OuterSeal.number(of: bytes.span.extracting(row.sealed))) ?? 0
      let name = OuterName(file: SearchSegment.custodyFile(row.number), number: number)
      return SegmentBatch.Row(
        number: row.number, sealed: row.sealed, outer: outer[name],
        cases: cases.removeValue(forKey: row.number) ?? 0)
    }
    // Those whose segment is not there.
    left.unindexed += cases.values.reduce(0, +)
    return SegmentBatch(
      rows, bytes: bytes, arena: arena, office: try keys.copy(into: &arena), vault: vault.id)
  }

  private func outerKeys(
    _ numbers: Range<Int>, into arena: inout KeyArena
  ) throws(VaultError) -> [OuterName: KeyHandle] {
    var outer: [OuterName: KeyHandle] = [:]
    let places =
      SearchSegment.custodyFile(numbers.upperBound - 1)..<SearchSegment.custodyFile(
        numbers.lowerBound) + 1
    for key in try vault.custody.outerKeys(of: places, most: 2 * together, into: &arena) {
      outer[OuterName(file: key.file, number: key.number)] = key.handle
    }
    return outer
  }

  private struct OuterName: Hashable {
    var file: Int
    var number: UInt32
  }
}
