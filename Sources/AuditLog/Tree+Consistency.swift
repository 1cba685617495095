public import Sealing

extension Tree {
  /// The hashes that show a tree to be the beginning of a larger one (RFC 6962, section 2.1.2).
  ///
  /// - Precondition: `0 < old <= new`. From size 0 there is nothing to show.
  public static func consistencyProof<Failure: Error>(
    from old: Int, to new: Int, read: (Int, Int) throws(Failure) -> Digest
  ) throws(Failure) -> [Digest] {
    precondition(old > 0 && old <= new, "no proof between these sizes")
    var path: [Digest] = []
    var range = 0..<new
    // Downwards along the edge of the old tree, to the subtree that ends where the old tree ends.
    while range.upperBound != old {
      let middle = range.lowerBound + split(range.count)
      let (near, far) =
        old <= middle
        ? (range.lowerBound..<middle, middle..<range.upperBound)
        : (middle..<range.upperBound, range.lowerBound..<middle)
      path.append(try hash(of: far, read))
      range = near
    }
    // A whole old tree needs no hash: the verifier has its root.
    if range.lowerBound > 0 { path.append(try hash(of: range, read)) }
    return path.reversed()
  }

  /// Checks that one tree is the beginning of another (RFC 9162, section 2.1.4.2).
  ///
  /// - Throws: ``AuditLogError/proof(_:)``: `range` for a size 0 or sizes the wrong way round, `length`
  ///   for a hash too many or too few, `root` where either root is not reached.
  public static func verifyConsistency(
    from old: Int, root oldRoot: Digest, to new: Int, root newRoot: Digest, proof: [Digest]
  ) throws(AuditLogError) {
    guard old > 0, old <= new else { throw .proof(.range) }
    guard old < new else {
      guard proof.isEmpty else { throw .proof(.length) }
      guard oldRoot == newRoot else { throw .proof(.root) }
      return
    }
    guard proof.count == consistencyLength(from: old, to: new) else { throw .proof(.length) }
    // An old tree that is one complete subtree stands in for the first hash.
    let path = isWhole(old) ? [oldRoot] + proof : proof
    let (left, right) = roots(from: old, to: new, path)
    guard left == oldRoot, right == newRoot else { throw .proof(.root) }
  }

  /// What a proof shows the root of the first `old` leaves of a tree to be: two trees of which one does not
  /// begin so are two histories, whoever made the proof. The hashes are those of the consistency proof; where
  /// `old` is one complete subtree, which that proof leaves out, its root stands before them.
  ///
  /// - Returns: nil where the proof does not lead to the root of the larger tree.
  public static func shownRoot(
    of old: Int, in new: Int, root newRoot: Digest, path: [Digest]
  ) -> Digest? {
    guard old > 0, old < new,
      path.count == consistencyLength(from: old, to: new) + (isWhole(old) ? 1 : 0)
    else { return nil }
    let (left, right) = roots(from: old, to: new, path)
    return right == newRoot ? left : nil
  }

  /// Whether a tree of this size is one complete subtree.
  static func isWhole(_ size: Int) -> Bool { size.nonzeroBitCount == 1 }

  /// Both roots that a path leads to.
  private static func roots(
    from old: Int, to new: Int, _ path: [Digest]
  ) -> (old: Digest, new: Digest) {
    var (place, last) = (old - 1, new - 1)
    while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
    var (left, right) = (path[0], path[0])
    for hash in path.dropFirst() {
      if place & 1 == 1 || place == last {
        (left, right) = (nodeHash(hash, left), nodeHash(hash, right))
        while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        right = nodeHash(right, hash)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return (left, right)
  }

  /// The proof walks from the last complete subtree of the old tree to the root of the new one, and
  /// names that subtree unless it is the whole old tree.
  private static func consistencyLength(from old: Int, to new: Int) -> Int {
    let level = old.trailingZeroBitCount
    let place = (old - 1) >> level
    let inner = Int.bitWidth - (place ^ ((new - 1) >> level)).leadingZeroBitCount
    return inner + (place >> inner).nonzeroBitCount + (place == 0 ? 0 : 1)
  }
}
