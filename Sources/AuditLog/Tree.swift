public import Sealing

/// The Merkle tree over the leaves, as RFC 6962, section 2.1, defines it, with SHA-256.
///
/// It is pure: hashes that are needed are asked for one by one through a closure, by level and index.
/// A reader answers with the hash of the complete subtree of 2^level leaves that begins at leaf
/// index · 2^level, and is never asked for one that the tree does not have.
public enum Tree {
  /// The root of the tree without leaves: SHA-256 of nothing.
  public static let emptyRoot = Digest.of([])

  /// SHA-256(0x00 ‖ leaf). The byte in front keeps a leaf from being taken for a node.
  public static func leafHash(_ leaf: [UInt8]) -> Digest {
    var hasher = TreeHasher()
    return hasher.leaf(leaf)
  }

  /// SHA-256(0x01 ‖ left ‖ right).
  public static func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
    var input: [UInt8] = []
    input.reserveCapacity(65)
    input.append(1)
    left.append(to: &input)
    right.append(to: &input)
    return Digest.of(input)
  }

  /// The root over a list of leaf hashes, such as those of a tile.
  public static func root(of leaves: some Sequence<Digest>) -> Digest {
    var frontier = Frontier()
    for leaf in leaves { frontier.append(leaf) }
    return frontier.root
  }

  /// The root of the tree of some size.
  public static func root<Failure: Error>(
    size: Int, read: (Int, Int) throws(Failure) -> Digest
  ) throws(Failure) -> Digest {
    size == 0 ? emptyRoot : try hash(of: 0..<size, read)
  }

  /// The hash over a range of leaves that begins where a complete subtree of its size would: split
  /// into the largest complete subtree and the rest, until all are complete.
  static func hash<Failure: Error>(
    of range: Range<Int>, _ read: (Int, Int) throws(Failure) -> Digest
  ) throws(Failure) -> Digest {
    let level = range.count.trailingZeroBitCount
    if range.count == 1 << level { return try read(level, range.lowerBound >> level) }
    let middle = range.lowerBound + split(range.count)
    let left = try hash(of: range.lowerBound..<middle, read)
    return nodeHash(left, try hash(of: middle..<range.upperBound, read))
  }

  /// The largest power of two below a count of at least two: where RFC 6962 divides.
  static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
