import AuditLog
import Sealing

extension Vault {
  /// Leaves read in one look: a reader holds up writers only that long.
  private static let leavesAtOnce = 4_096

  /// Hands over every leaf below a size, in order, read anew and hashed up to the head that this process
  /// verified. Nothing is held open while the body works.
  ///
  /// - Throws: `logBroken` where a leaf or the root over all does not fit; what was handed over until
  ///   then counts for nothing.
  func eachLeaf(
    below end: Int, _ body: (Leaf) throws(VaultError) -> Void
  ) throws(VaultError) {
    var frontier = Frontier()
    let (size, root) = (ledger.frontier.size, ledger.frontier.root)
    while frontier.size < size {
      for bytes in try leaves(from: frontier.size, below: size) {
        let leaf: Leaf
        do { leaf = try Leaf(parsing: bytes, origin: origin) } catch {
          throw .logBroken(at: frontier.size)
        }
        guard leaf.entry.seq == frontier.size else { throw .logBroken(at: frontier.size) }
        frontier.append(leaf.hash)
        if leaf.entry.seq < end { try body(leaf) }
      }
    }
    guard frontier.root == root else { throw .logBroken(at: nil) }
  }

  private func leaves(from first: Int, below size: Int) throws(VaultError) -> [[UInt8]] {
    let end = min(first + Self.leavesAtOnce, size)
    var found: [[UInt8]] = []
    try store.look { tx throws(VaultError) in
      try tx.eachLeaf(from: first, below: end) { _, bytes throws(VaultError) in
        found.append(bytes)
      }
    }
    guard found.count == end - first else { throw .logBroken(at: first + found.count) }
    return found
  }
}
