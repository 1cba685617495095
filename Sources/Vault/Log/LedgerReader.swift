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
    let row = level / 8
    let inside = level % 8
    let first = index << inside
    let number = first / Tile.fullWidth
    let offset = first % Tile.fullWidth
    if let tile = try tx.tile(level: row, number: number) {
      return try root(of: tile, from: offset, count: 1 << inside)
    }
    if row == 0 { return try leafRoot(from: first, count: 1 << inside) }
    // An upper tile that is not full yet: build from the row below.
    let left = try hash(level: level - 1, index: index * 2)
    return Tree.nodeHash(left, try hash(level: level - 1, index: index * 2 + 1))
  }

  private func root(of tile: [UInt8], from offset: Int, count: Int) throws(VaultError) -> Digest {
    guard tile.count == Tile.fullWidth * 32 else { throw .damagedRow }
    var hashes: [Digest] = []
    for place in offset..<offset + count {
      guard let hash = Digest(Array(tile[place * 32..<(place + 1) * 32])) else {
        throw .damagedRow
      }
      hashes.append(hash)
    }
    return Tree.root(of: hashes)
  }

  private func leafRoot(from first: Int, count: Int) throws(VaultError) -> Digest {
    var hashes: [Digest] = []
    for index in first..<first + count {
      guard let hash = try tx.leafHash(at: index) else { throw .logBroken(at: index) }
      hashes.append(hash)
    }
    return Tree.root(of: hashes)
  }
}
