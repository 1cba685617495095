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

  /// Enough that starting a thread does not count, few enough that memory stays small.
  var together = 1024

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
    var opened: [OperationsBatch.Opened<Line>] = []
    while let current = read {
      first += together
      let following = Left(first: first, last: last)
      // The thread that reads and shows takes a share of the opening too, which costs more than both.
      let share = current.count - current.count / 3
      let (aside, (next, here)) = try Aside.run(
        { OpenedRows(current.open(.aside, share: share, reading)) },
        while: { () throws(VaultError) in
          for row in opened { try show(row.id, row.line) }
          return (
            try batch(following, held, tx),
            OpenedRows(current.open(.here, share: share, reading))
          )
        })
      opened = aside.rows + here.rows
      read = next
    }
    for row in opened { try show(row.id, row.line) }
  }

  /// What one thread hands the other.
  private struct OpenedRows<Line: Sendable>: Sendable {
    let rows: [OperationsBatch.Opened<Line>]

    init(_ rows: [OperationsBatch.Opened<Line>]) { self.rows = rows }
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
    let keys = left.first..<min(left.first + together, left.last + 1)
    // Two numbers of one case stand side by side while the older one waits to be destroyed.
    var arena = try VaultError.sealing { () throws(SealingError) in
      try KeyArena(
        capacity: 2 * together + Self.versions + OperationsBatch.benchKeys)
    }
    var outer = try vault.custody.outerKeys(of: keys, most: 2 * together, into: &arena)[...]
    var bytes: [UInt8] = []
    let found = try tx.operationsRows(of: keys, to: &bytes)
    var writers = Writers(tx)
    var rows: [OperationsBatch.Row] = []
    rows.reserveCapacity(found.count)
    for row in found {
      let number = (try? OuterSeal.number(of: bytes.span.extracting(row.sealed))) ?? 0
      // Both ascending by case.
      outer = outer.drop { $0.file < row.key }
      let key = outer.prefix { $0.file == row.key }.first { $0.number == number }
      rows.append(
        OperationsBatch.Row(
          id: row.id, writer: try writers[row.writer], revision: row.revision,
          beside: row.beside, sealed: row.sealed, outer: key?.handle))
    }
    let office = try copy(held, into: &arena)
    return OperationsBatch(rows, bytes: bytes, arena: arena, office: office, vault: vault.id)
  }

  /// Who wrote the rows: mostly the same few, and often the same as before.
  private struct Writers {
    private let tx: Transaction
    private var known: [Int: MemberID] = [:]
    private var last: (row: Int, id: MemberID)?

    init(_ tx: Transaction) { self.tx = tx }

    subscript(row: Int) -> MemberID {
      mutating get throws(VaultError) {
        if let last, last.row == row { return last.id }
        let id = if let id = known[row] { id } else { try tx.memberID(row) }
        (known[row], last) = (id, (row, id))
        return id
      }
    }
  }

  /// More versions of the operations key than any member of a vault lives to see.
  static let versions = 64

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
