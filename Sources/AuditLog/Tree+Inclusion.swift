public import Sealing

extension Tree {
  /// The hashes that lead from a leaf to the root, from the leaf's sibling upwards (RFC 6962, section
  /// 2.1.1).
  ///
  /// - Precondition: `0 <= index < size`.
  public static func inclusionProof<Failure: Error>(
    index: Int, size: Int, read: (Int, Int) throws(Failure) -> Digest
  ) throws(Failure) -> [Digest] {
    precondition(index >= 0 && index < size, "no such leaf in a tree of this size")
    var path: [Digest] = []
    var range = 0..<size
    // Downwards from the root: what is not on the way to the leaf belongs to the proof.
    while range.count > 1 {
      let middle = range.lowerBound + split(range.count)
      let (near, far) =
        index < middle
        ? (range.lowerBound..<middle, middle..<range.upperBound)
        : (middle..<range.upperBound, range.lowerBound..<middle)
      path.append(try hash(of: far, read))
      range = near
    }
    return path.reversed()
  }

  /// Checks that a tree has a leaf at an index (RFC 9162, section 2.1.3.2).
  ///
  /// - Throws: ``AuditLogError/proof(_:)``: `range` where no such leaf can be, `length` for a hash too
  ///   many or too few, `root`.
  public static func verifyInclusion(
    of leaf: Digest, index: Int, size: Int, root: Digest, proof: [Digest]
  ) throws(AuditLogError) {
    guard index >= 0, index < size else { throw .proof(.range) }
    guard proof.count == inclusionLength(index: index, size: size) else { throw .proof(.length) }
    var node = leaf
    var (place, last) = (index, size - 1)
    for sibling in proof {
      if place & 1 == 1 || place == last {
        node = nodeHash(sibling, node)
        // At the right edge, levels without a sibling are passed over.
        while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        node = nodeHash(node, sibling)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    guard node == root else { throw .proof(.root) }
  }

  /// One hash for every level up to the one where the leaf joins the right edge, and above it one for
  /// every complete subtree to the left.
  private static func inclusionLength(index: Int, size: Int) -> Int {
    let inner = Int.bitWidth - (index ^ (size - 1)).leadingZeroBitCount
    return inner + (index >> inner).nonzeroBitCount
  }
}
