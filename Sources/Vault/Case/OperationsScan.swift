import AuditLog
import Sealing

/// Opens the operations rows of every case of a vault, for lists: the two files are read in step, some
/// hundred rows at a time, and what was read last is opened on a second thread meanwhile.
///
/// A list is the one thing that has to look at all cases; nothing may get slower with their number but
/// that, and it as little as can be.
struct OperationsScan {
  let vault: Vault
  let keyring: Keyring
  /// The fields that are asked for; nil for all.
  let wanted: Set<FieldID>?

  /// Enough that starting a thread does not count, few enough that memory stays small.
  private static let together = 1024

  /// - Parameters:
  ///   - reading: what is made of a row, on the thread that opens it.
  ///   - show: each row in turn, nil where it does not open.
  func run<Line: Sendable>(
    _ tx: Transaction, _ reading: @escaping ListReading<Line>,
    _ show: (CaseID, Line?) throws(VaultError) -> Void
  ) throws(VaultError) {
    let (last, held) = (try tx.largestFileKey(), heldKeys(tx))
    var first = 1
    var read = try batch(Left(first: first, last: last), held, tx)
    while let current = read {
      first += Self.together
      let following = first
      // The thread that reads takes a share of the opening too: reading a row costs less than opening it.
      let mine = current.count - current.count / 4
      let wanted = wanted
      let (opened, (next, rest)) = try Aside.run(
        { OpenedRows(current.open(0..<mine, wanted, reading)) },
        while: { () throws(VaultError) in
          (
            try batch(Left(first: following, last: last), held, tx),
            OpenedRows(current.open(mine..<current.count, wanted, reading))
          )
        })
      for row in opened.rows + rest.rows { try show(row.id, row.line) }
      read = next
    }
  }

  /// What one thread hands the other.
  private struct OpenedRows<Line: Sendable>: Sendable {
    let rows: [(id: CaseID, line: Line?)]

    init(_ rows: [(id: CaseID, line: Line?)]) { self.rows = rows }
  }

  // MARK: Reading

  /// The cases that are still to be read, by their rows in the file; none where the first is past the last.
  private struct Left {
    let first: Int
    let last: Int
  }

  /// The next lot of what is left; nil where nothing is.
  private func batch(
    _ left: Left, _ held: [UInt32: KeyHandle], _ tx: Transaction
  ) throws(VaultError) -> OperationsBatch? {
    guard left.first <= left.last else { return nil }
    let keys = left.first..<min(left.first + Self.together, left.last + 1)
    // Two numbers of one case stand side by side while the older one waits to be destroyed.
    var arena = try VaultError.sealing { () throws(SealingError) in
      try KeyArena(capacity: 2 * Self.together + Self.versions)
    }
    let outer = try vault.custody.outerKeys(of: keys, most: 2 * Self.together, into: &arena)
    var rows: [OperationsBatch.Row] = []
    rows.reserveCapacity(keys.count)
    var writers: [Int: MemberID] = [:]
    try tx.eachOperationsRow(of: keys) { row throws(VaultError) in
      if writers[row.writer] == nil { writers[row.writer] = try tx.memberID(row.writer) }
      guard let writer = writers[row.writer] else { throw .damagedRow }
      let number = (try? OuterSeal.number(of: row.operations.span)) ?? 0
      rows.append(
        OperationsBatch.Row(
          id: row.id, writer: writer, revision: row.revision, sealed: row.operations,
          outer: outer[row.key]?.first { $0.number == number }?.handle))
    }
    let office = try copy(held, into: &arena)
    return OperationsBatch(rows, arena: arena, office: office, vault: vault.id)
  }

  /// More versions of the operations key than any member of a vault lives to see.
  private static let versions = 64

  /// Every version that this member holds, in the arena of their lasting keys: a row is under the one of
  /// its last writing.
  private func heldKeys(_ tx: Transaction) -> [UInt32: KeyHandle] {
    guard let newest = vault.ledger.directory.version(of: .operations) else { return [:] }
    var found: [UInt32: KeyHandle] = [:]
    for version in newest - min(newest, UInt32(Self.versions - 1))...newest {
      found[version] = try? keyring.officeKey(
        .operations, version: version, tx, vault.custody)
    }
    return found
  }

  private func copy(
    _ held: [UInt32: KeyHandle], into arena: inout KeyArena
  ) throws(VaultError) -> [UInt32: KeyHandle] {
    var found: [UInt32: KeyHandle] = [:]
    for (version, handle) in held {
      found[version] = try VaultError.sealing { () throws(SealingError) in
        try keyring.lasting.withKey(handle) { key throws(SealingError) in try arena.load(key) }
      }
    }
    return found
  }
}
