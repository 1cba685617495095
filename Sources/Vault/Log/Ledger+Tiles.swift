import AuditLog
import Sealing

/// What is stored of the tree beside the leaves.
extension Ledger {
  /// Called after each leaf. A tile of leaf hashes is written once, when it is full; its root is put to the
  /// tile above, which grows a hash at a time. Else a proof in a long log would hash hundreds of full tiles
  /// again, until the tile above them is full after 65,536 entries.
  ///
  /// The hashes come from the file, so a root is held against the frontier; where a larger subtree has
  /// already swallowed it, whoever reads the tile finds out, because no proof is believed without the
  /// head's root.
  func storeTiles(in tx: Transaction) throws(VaultError) {
    for (level, index) in Tiles.completed(at: frontier.size) {
      let hashes = try row(level, index, width: Tile.fullWidth, in: tx)
      let root = Tree.root(of: hashes)
      let isNewestPeak = frontier.size.trailingZeroBitCount == level * 8 + 8
      guard !isNewestPeak || root == frontier.peaks.last
      else { throw .logBroken(at: try firstMisfit(in: tx)) }
      if level == 0 {
        try tx.insertTile(level: 0, number: index, hashes: Tiles.encoded(hashes))
      }
      try put(root, level + 1, index, in: tx)
    }
  }

  /// The hashes of a tile from the row below it, or as it was stored.
  private func row(
    _ level: Int, _ index: Int, width: Int, in tx: Transaction
  ) throws(VaultError) -> [Digest] {
    let reader = reader(tx)
    let first = index * Tile.fullWidth
    // The last one first: that reads the whole row at once.
    _ = try reader.hash(level: level * 8, index: first + width - 1)
    var hashes: [Digest] = []
    for place in first..<first + width {
      hashes.append(try reader.hash(level: level * 8, index: place))
    }
    return hashes
  }

  /// Puts the root of a full tile to the tile above it.
  private func put(
    _ root: Digest, _ level: Int, _ place: Int, in tx: Transaction
  ) throws(VaultError) {
    let (number, width) = place.quotientAndRemainder(dividingBy: Tile.fullWidth)
    let bytes = Tiles.encoded(CollectionOfOne(root))
    guard width > 0 else {
      return try tx.insertTile(level: level, number: number, hashes: bytes)
    }
    let isExtended = try tx.extendTile(level: level, number: number, width: width, by: bytes)
    guard !isExtended else { return }
    // An earlier program wrote it only when it was full, or somebody took it away.
    let hashes = try row(level, number, width: width + 1, in: tx)
    try tx.replaceTile(level: level, number: number, hashes: Tiles.encoded(hashes))
  }
}
