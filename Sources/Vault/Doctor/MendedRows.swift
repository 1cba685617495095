import AuditLog
import Sealing

/// The rows of tiles that the entries make, to be put in the place of stored ones that differ.
struct MendedRows {
  private struct Row {
    var open: [Digest] = []
    var tiles: [[UInt8]] = []
  }

  private var rows: [Row] = []

  /// The hash of the next leaf.
  mutating func append(_ leaf: Digest) { append(leaf, level: 0) }

  private mutating func append(_ hash: Digest, level: Int) {
    if rows.count == level { rows.append(Row()) }
    rows[level].open.append(hash)
    guard rows[level].open.count == Tile.fullWidth else { return }
    let hashes = rows[level].open
    rows[level].tiles.append(Tiles.encoded(hashes))
    rows[level].open = []
    append(Tree.root(of: hashes), level: level + 1)
  }

  /// - Returns: how many stored tiles were wrong, missing, or stood where there is none.
  func mend(_ tx: Transaction) throws(VaultError) -> Int {
    var count = 0
    for (level, row) in rows.enumerated() {
      for (number, bytes) in row.tiles.enumerated() {
        count += try put(bytes, level, number, isRequired: true, tx)
      }
      // The tile that grows stands only above the leaves; an earlier program wrote none.
      guard level > 0, !row.open.isEmpty else { continue }
      count += try put(Tiles.encoded(row.open), level, row.tiles.count, isRequired: false, tx)
    }
    for (level, number) in try tx.tilePlaces() where isNone(level, number) {
      try tx.deleteTile(level: level, number: number)
      count += 1
    }
    return count
  }

  private func put(
    _ bytes: [UInt8], _ level: Int, _ number: Int, isRequired: Bool, _ tx: Transaction
  ) throws(VaultError) -> Int {
    let stored = try tx.tile(level: level, number: number)
    guard stored != bytes, stored != nil || isRequired else { return 0 }
    try tx.replaceTile(level: level, number: number, hashes: bytes)
    return 1
  }

  private func isNone(_ level: Int, _ number: Int) -> Bool {
    guard rows.indices.contains(level), number >= 0 else { return true }
    let count = rows[level].tiles.count
    return number > count || number == count && (level == 0 || rows[level].open.isEmpty)
  }
}
