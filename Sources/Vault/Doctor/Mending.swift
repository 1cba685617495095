import AuditLog
import Sealing

/// Sets right what the entries alone say how it must be: the hashes and tiles that are stored beside them,
/// and rows that would have custody destroy keys of which no entry says so.
///
/// First the log is read from its first entry with every signature, up to its signed head: where it does
/// not verify nothing is touched. In one transaction of the caller's.
struct Mending {
  let origin: String
  let custody: Custody
  let tx: Transaction

  /// What can be mended of what verifying finds.
  static let codes: Set<String> = [
    "stored.hash", "stored.tile", "stored.frontier", "pending.row",
  ]

  /// The stored tree alone.
  func runTree() throws(VaultError) -> [Mended] {
    let count = try mendTree().count
    return count > 0 ? [Mended(kind: .tree, count: count)] : []
  }

  func run() throws(VaultError) -> [Mended] {
    let (tree, roster) = try mendTree()
    let pending = try dropPlanted(roster)
    return [Mended(kind: .tree, count: tree), Mended(kind: .pending, count: pending)]
      .filter { $0.count > 0 }
  }

  // MARK: The tree

  /// - Returns: how many hashes and tiles were not what the entries make.
  private func mendTree() throws(VaultError) -> (count: Int, roster: Roster) {
    guard let head = try tx.head() else { throw .logBroken(at: 0) }
    var verifier = try Ledger.verifier(
      roster: Roster(origin: origin), frontier: Frontier(), .all)
    var (rows, wrong) = (MendedRows(), [(index: Int, hash: Digest)]())
    try tx.eachStoredLeaf(from: 0, below: head.size) { leaf throws(VaultError) in
      do throws(Finding) { try verifier.consume(leaf.bytes) } catch {
        throw .logBroken(at: error.seq)
      }
      let hash = Tree.leafHash(leaf.bytes)
      if leaf.hash != hash { wrong.append((leaf.index, hash)) }
      rows.append(hash)
    }
    do throws(Finding) { _ = try verifier.finish(head: head.note) } catch {
      throw .logBroken(at: error.seq)
    }
    if !wrong.isEmpty { try tx.mendLeafHashes(wrong) }
    var count = try wrong.count + rows.mend(tx)
    if head.frontier != verifier.frontier.encoded() {
      try tx.set(
        Transaction.Head(
          size: head.size, frontier: verifier.frontier.encoded(), note: head.note))
      count += 1
    }
    return (count, verifier.roster)
  }

  // MARK: What is to be destroyed

  private func dropPlanted(_ roster: Roster) throws(VaultError) -> Int {
    var count = 0
    for row in try tx.pending() where try isStated(row, roster) == false {
      try tx.deletePending(row.id)
      count += 1
    }
    return count
  }

  /// Whether an entry bears a row out; the log was read and verifies, so its leaves can be taken as they are.
  private func isStated(
    _ row: Transaction.PendingRow, _ roster: Roster
  ) throws(VaultError) -> Bool {
    guard row.generation <= roster.generation else { return false }
    let work = try tx.work(of: row, custody) { seq throws(VaultError) in
      try tx.leaf(at: seq).flatMap { try? Leaf(parsing: $0).entry }
    }
    return work != nil
  }
}
