public import Sealing

/// How a head of a log stands to another one of it, of the same size or larger.
public enum LogRelation: String, Hashable, Sendable {
  /// They are one and the same.
  case same
  /// The larger continues the smaller.
  case extended
  /// Neither continues the other: with good signatures of the log under both, the two are proof that it
  /// was forked.
  case splitView = "split_view"
  /// Nothing at hand shows whether the larger continues the smaller.
  case unknown
  /// The tree that came with the larger is not the tree of its own root.
  case damaged

  /// How two heads stand to each other, going by the tree of the larger.
  ///
  /// `read` answers as a reader of ``Tree`` does, or nil where it cannot. Nothing that it answers is
  /// believed before it leads to the root of the larger; what does lead there fixes what the root of the
  /// smaller must be, so that a fork is told from a tree that is not whole.
  ///
  /// - Returns: the relation, and the hashes that show it to others: of a fork those of
  ///   ``Tree/shownRoot(of:in:root:path:)``.
  public static func of(
    _ old: Checkpoint, to new: Checkpoint, read: (Int, Int) -> Digest?
  ) -> (relation: LogRelation, proof: [Digest]) {
    if let plain = plain(old, new) { return (plain, []) }
    do throws(Gap) {
      let known = { (level: Int, index: Int) throws(Gap) -> Digest in
        guard let hash = read(level, index) else { throw Gap() }
        return hash
      }
      let root = try Tree.root(size: old.size, read: known)
      let proof = try Tree.consistencyProof(from: old.size, to: new.size, read: known)
      guard leads(from: old.size, root, to: new, proof) else { return (.damaged, []) }
      guard root != old.root else { return (.extended, proof) }
      return (.splitView, (Tree.isWhole(old.size) ? [root] : []) + proof)
    } catch { return (.unknown, []) }
  }

  /// The same by a proof that somebody made. One that does not lead to the larger head shows nothing: it
  /// may be the proof that is wrong. One that does, and from another root than the smaller head has, shows
  /// that the log was forked.
  public static func of(
    _ old: Checkpoint, to new: Checkpoint, proof: [Digest]
  ) -> LogRelation {
    if let plain = plain(old, new) { return plain }
    if leads(from: old.size, old.root, to: new, proof) { return .extended }
    let shown = Tree.shownRoot(of: old.size, in: new.size, root: new.root, path: proof)
    return shown == nil || shown == old.root ? .unknown : .splitView
  }

  /// A hash that the reader does not have.
  private struct Gap: Error {}

  /// What needs no proof. The empty log is the beginning of every log.
  private static func plain(_ old: Checkpoint, _ new: Checkpoint) -> LogRelation? {
    if old.size == new.size { return old.root == new.root ? .same : .splitView }
    return old.size == 0 ? .extended : nil
  }

  private static func leads(
    from size: Int, _ root: Digest, to new: Checkpoint, _ proof: [Digest]
  ) -> Bool {
    do {
      try Tree.verifyConsistency(
        from: size, root: root, to: new.size, root: new.root, proof: proof)
      return true
    } catch { return false }
  }
}
