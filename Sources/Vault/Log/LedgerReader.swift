import AuditLog
import Sealing

/// Answers a tree's questions from the stored tiles and, where no tile is full yet, from the stored
/// leaf hashes. Nothing read here is trusted: it only helps to build a proof, and the proof is held
/// against the root.
struct LedgerReader {
  let tx: Transaction
  let cache: SubtreeCache

  /// The hash of the complete subtree of 2^level leaves that begins at leaf index · 2^level.
  func hash(level: Int, index: Int) throws(VaultError) -> Digest {
    try cache.hash(level: level, index: index) { () throws(VaultError) in
      try read(level: level, index: index)
    }
  }

  private func read(level: Int, index: Int) throws(VaultError) -> Digest {
    let place = Tiles.place(level: level, index: index)
    let hashes = try cache.tile(
      level: place.level, index: place.index, reaching: place.hashes.upperBound
    ) { known throws(VaultError) in
      try tile(place.level, place.index, known, reaching: place.hashes.upperBound)
    }
    if let hashes { return Tree.root(of: hashes[place.hashes]) }
    // An upper tile that an earlier program did not write: build from the row below.
    let left = try hash(level: level - 1, index: index * 2)
    return Tree.nodeHash(left, try hash(level: level - 1, index: index * 2 + 1))
  }

  /// The hashes of a tile: all of a full one, the beginning of the one at the log's end, nil for an
  /// upper one that does not reach so far, or is not there.
  private func tile(
    _ level: Int, _ index: Int, _ known: [Digest], reaching end: Int
  ) throws(VaultError) -> [Digest]? {
    if let bytes = try tx.tile(level: level, number: index) {
      let width = level == 0 ? Tile.fullWidth : bytes.count / 32
      guard width >= end || level == 0 else { return nil }
      do { return try Tiles.hashes(in: bytes, width: width) } catch { throw .damagedRow }
    }
    guard level == 0 else { return nil }
    let start = index * Tile.fullWidth
    return known + (try tx.leafHashes(from: start + known.count, below: start + end))
  }
}
