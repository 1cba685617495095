public import Sealing

/// Where the hashes of a tree lie in its tiles, and how tiles and bundles are written.
public enum Tiles {
  /// Where the hash of a complete subtree of 2^level leaves comes from: which tile, and which of its
  /// hashes must be hashed together for it (one, where the level is a multiple of eight).
  public static func place(
    level: Int, index: Int
  ) -> (level: Int, index: Int, hashes: Range<Int>) {
    let (tile, above) = level.quotientAndRemainder(dividingBy: 8)
    let first = index << above
    let start = first % Tile.fullWidth
    return (tile, first / Tile.fullWidth, start..<start + 1 << above)
  }

  /// The hash of a complete subtree, from tiles: a reader for ``Tree``.
  ///
  /// `hashes` answers with what a tile holds, by level and index, at least as many as are needed.
  public static func read<Failure: Error>(
    level: Int, index: Int, hashes: (Int, Int) throws(Failure) -> [Digest]
  ) throws(Failure) -> Digest {
    let place = place(level: level, index: index)
    return Tree.root(of: try hashes(place.level, place.index)[place.hashes])
  }

  /// The tiles that become full when a log reaches a size: level and index, lowest first.
  public static func completed(at size: Int) -> [(level: Int, index: Int)] {
    var full: [(level: Int, index: Int)] = []
    var count = size
    while count > 0, count % Tile.fullWidth == 0 {
      count /= Tile.fullWidth
      full.append((full.count, count - 1))
    }
    return full
  }

  /// A tile of hashes as bytes, 32 a hash.
  public static func encoded(_ hashes: some Sequence<Digest>) -> [UInt8] {
    var bytes: [UInt8] = []
    for hash in hashes { hash.append(to: &bytes) }
    return bytes
  }

  /// The hashes in a tile.
  ///
  /// - Throws: ``NoteFault/tile`` unless it holds exactly so many.
  public static func hashes(in bytes: [UInt8], width: Int) throws(AuditLogError) -> [Digest] {
    guard bytes.count == 32 * width else { throw .note(.tile) }
    return stride(from: 0, to: bytes.count, by: 32).compactMap { start in
      Digest(Array(bytes[start..<start + 32]))
    }
  }

  /// Appends a leaf to a bundle of entries: its length as a big-endian u16, then its bytes.
  public static func append(_ leaf: [UInt8], to bundle: inout [UInt8]) {
    precondition(leaf.count <= Leaf.maximumLength, "a leaf that no bundle can hold")
    bundle.append(UInt8(leaf.count >> 8))
    bundle.append(UInt8(leaf.count & 0xff))
    bundle.append(contentsOf: leaf)
  }

  /// The leaves in a bundle of entries.
  ///
  /// - Throws: ``NoteFault/tile`` unless it holds exactly so many.
  public static func leaves(in bundle: [UInt8], width: Int) throws(AuditLogError) -> [[UInt8]] {
    let (leaves, isWhole) = leaves(atMost: width, in: bundle)
    guard isWhole, leaves.count == width else { throw .note(.tile) }
    return leaves
  }

  /// The leaves of a bundle as far as it has their form: a wrong length spoils what is behind it, and not what is before.
  ///
  /// - Returns: the leaves, and whether nothing else is in it.
  static func leaves(
    atMost width: Int, in bundle: [UInt8]
  ) -> (leaves: [[UInt8]], isWhole: Bool) {
    var leaves: [[UInt8]] = []
    var position = 0
    while leaves.count < width, position + 2 <= bundle.count {
      let start = position + 2
      let end = start + Int(bundle[position]) << 8 + Int(bundle[position + 1])
      guard end <= bundle.count else { break }
      leaves.append(Array(bundle[start..<end]))
      position = end
    }
    return (leaves, position == bundle.count)
  }
}
