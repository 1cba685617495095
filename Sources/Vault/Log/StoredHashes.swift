import AuditLog
import Sealing

/// Holds the hashes that are stored beside the entries, and the full tiles, against the entries
/// themselves. They only help to build proofs: one that was altered spoils the proofs of other
/// entries, and the fault would seem to be theirs.
struct StoredHashes {
  /// What does not fit, and the first entry that it speaks for.
  struct Misfit {
    var entry: Int
    var isTile: Bool
  }

  /// For each row of tiles the hashes since the last full one, and how many were full.
  private var rows: [(open: [Digest], full: Int)] = []

  /// The next entry. A tile is compared as soon as the entries have filled it.
  mutating func take(
    _ leaf: Transaction.StoredLeaf, _ tx: Transaction
  ) throws(VaultError) -> Misfit? {
    let hash = Tree.leafHash(leaf.bytes)
    let tile = try push(hash, level: 0, tx)
    if leaf.hash != hash { return Misfit(entry: leaf.index, isTile: false) }
    return tile
  }

  private mutating func push(
    _ hash: Digest, level: Int, _ tx: Transaction
  ) throws(VaultError) -> Misfit? {
    if rows.count == level { rows.append(([], 0)) }
    rows[level].open.append(hash)
    guard rows[level].open.count == Tile.fullWidth else { return nil }
    let (hashes, number) = (rows[level].open, rows[level].full)
    rows[level] = ([], number + 1)
    let stored = try tx.tile(level: level, number: number)
    let place = Self.firstDifference(hashes, stored)
    let above = try push(Tree.root(of: hashes), level: level + 1, tx)
    guard let place else { return above }
    let width = 1 << (8 * level)
    return Misfit(entry: (number * Tile.fullWidth + place) * width, isTile: true)
  }

  /// The first hash of a tile that is not what it must be; a tile that is not there has none.
  private static func firstDifference(_ hashes: [Digest], _ stored: [UInt8]?) -> Int? {
    let expected = Tiles.encoded(hashes)
    guard let stored else { return 0 }
    guard stored != expected else { return nil }
    let place = zip(expected, stored).enumerated().first { $0.element.0 != $0.element.1 }
    return place.map { $0.offset / 32 } ?? 0
  }

  /// A tile that stands where the entries fill none, or one that is not full and holds another beginning
  /// than they give it: a proof would be built from it all the same.
  func stray(_ tx: Transaction) throws(VaultError) -> Misfit? {
    for (level, number) in try tx.tilePlaces() {
      let full = rows.indices.contains(level) ? rows[level].full : 0
      if (0..<full).contains(number) { continue }
      if level > 0, number == full, rows.indices.contains(level),
        try tx.tile(level: level, number: number) == Tiles.encoded(rows[level].open)
      {
        continue
      }
      // Read by whoever proves the first entry that is not in a full tile of this row.
      return Misfit(entry: level < 7 ? full << (8 * (level + 1)) : 0, isTile: true)
    }
    return nil
  }
}

extension Ledger {
  /// After a proof has failed: the first entry whose stored hash does not fit it, or that an altered
  /// tile speaks for. Reads the whole log.
  func firstMisfit(in tx: Transaction) throws(VaultError) -> Int? {
    var stored = StoredHashes()
    var first: Int?
    try tx.eachStoredLeaf(from: 0, below: frontier.size) { leaf throws(VaultError) in
      let misfit = try stored.take(leaf, tx)
      if first == nil { first = misfit?.entry }
    }
    if let first { return first }
    return try stored.stray(tx)?.entry
  }
}
