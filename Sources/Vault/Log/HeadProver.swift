import AuditLog
import Sealing

/// Says what the head of this log was at an earlier size, and shows it: the stored hashes that it is made of
/// are held against the head that was verified.
struct HeadProver {
  let origin: String
  /// Of the verified head.
  let frontier: Frontier
  private let reader: LedgerReader

  init(origin: String, frontier: Frontier, tx: Transaction) {
    (self.origin, self.frontier) = (origin, frontier)
    reader = LedgerReader(tx: tx, cache: SubtreeCache())
  }

  /// The hashes from an earlier size to the head; none from size 0.
  func proof(from size: Int) throws(VaultError) -> [Digest] {
    try proof(from: size, to: frontier.size)
  }

  /// The same to an earlier head.
  func proof(from size: Int, to end: Int) throws(VaultError) -> [Digest] {
    guard size > 0, size <= end else { return [] }
    return try Tree.consistencyProof(from: size, to: end) {
      level, index throws(VaultError) in
      try reader.hash(level: level, index: index)
    }
  }

  /// The head of that size; nil where the log never had it.
  ///
  /// - Throws: `logBroken` where the stored hashes do not lead to the head.
  func head(of size: Int) throws(VaultError) -> Checkpoint? {
    guard size > 0, size <= frontier.size else { return nil }
    let earlier = try Frontier(size: size) { level, index throws(VaultError) in
      try reader.hash(level: level, index: index)
    }
    do {
      try Tree.verifyConsistency(
        from: size, root: earlier.root, to: frontier.size, root: frontier.root,
        proof: proof(from: size))
    } catch let error as VaultError { throw error } catch { throw VaultError.logBroken(at: nil) }
    return Checkpoint(origin: origin, size: size, root: earlier.root)
  }
}
