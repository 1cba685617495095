public import Sealing

/// The right edge of a tree: all that is needed to append to it and to know its root.
///
/// It holds the roots of the complete subtrees that the size is made of, one for each bit that is set:
/// the compact range of RFC 6962 trees, at most 63 hashes however large the log.
public struct Frontier: Sendable, Equatable {
  /// The number of leaves.
  public private(set) var size: Int
  /// The roots of the complete subtrees, the largest first.
  public private(set) var peaks: [Digest]

  /// The frontier of the empty tree.
  public init() {
    size = 0
    peaks = []
  }

  /// The frontier of a tree whose hashes can be read (see ``Tree`` for what a reader answers).
  public init<Failure: Error>(
    size: Int, read: (Int, Int) throws(Failure) -> Digest
  ) throws(Failure) {
    precondition(size >= 0, "no tree has a negative size")
    peaks = []
    var start = 0
    for level in stride(from: Int.bitWidth - 2, through: 0, by: -1) where size >> level & 1 == 1 {
      peaks.append(try read(level, start >> level))
      start += 1 << level
    }
    self.size = size
  }

  /// Appends the hash of a leaf.
  public mutating func append(_ leaf: Digest) {
    append(leaf) { Tree.nodeHash($0, $1) }
  }

  /// The root of the tree.
  public var root: Digest {
    root { Tree.nodeHash($0, $1) }
  }

  mutating func append(_ leaf: Digest, _ hasher: inout TreeHasher) {
    append(leaf) { hasher.node($0, $1) }
  }

  func root(_ hasher: inout TreeHasher) -> Digest {
    root { hasher.node($0, $1) }
  }

  /// Two subtrees of one size become one of twice the size, as a carry in binary counting.
  private mutating func append(_ leaf: Digest, _ node: (Digest, Digest) -> Digest) {
    var hash = leaf
    for _ in 0..<(~size).trailingZeroBitCount { hash = node(peaks.removeLast(), hash) }
    peaks.append(hash)
    size += 1
  }

  /// The smallest subtree hangs lowest: hashed together from the right.
  private func root(_ node: (Digest, Digest) -> Digest) -> Digest {
    guard var hash = peaks.last else { return Tree.emptyRoot }
    for peak in peaks.dropLast().reversed() { hash = node(peak, hash) }
    return hash
  }

  /// The frontier as bytes: u64 size, little-endian, then the hashes, the largest subtree's first.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.number(size, bytes: 8)
    for peak in peaks { writer.digest(peak) }
    return writer.bytes
  }

  /// The frontier in some bytes; nil unless the size and the number of hashes agree.
  public init?(decoding bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard let size = reader.number(bytes: 8), size <= Entry.largestInteger else { return nil }
    peaks = []
    for _ in 0..<size.nonzeroBitCount {
      guard let peak = reader.digest() else { return nil }
      peaks.append(peak)
    }
    guard reader.isAtEnd else { return nil }
    self.size = size
  }
}
