import Sealing

/// The tiles of a growing tree, of which only the last, unfinished one of each level is held.
///
/// Both who writes an export and who checks one lay the hashes of the leaves into it and get the same
/// tiles, in the same order. At most 256 hashes a level are kept, however large the log.
struct TileRows: ~Copyable {
  private struct Row {
    var index: Int
    var hashes: [Digest]
  }

  private var rows: [Row] = []
  private var hasher = TreeHasher()

  /// The rows of a tree whose size is a multiple of 256. `read` answers with what its unfinished tiles
  /// of level 1 and above begin with: level, index of the tile, how many hashes.
  init<Failure: Error>(
    size: Int, read: (Int, Int, Int) throws(Failure) -> [Digest]
  ) throws(Failure) {
    precondition(size % Tile.fullWidth == 0, "an export begins with a whole bundle")
    var (level, count) = (0, size)
    while count > 0 {
      let (index, width) = count.quotientAndRemainder(dividingBy: Tile.fullWidth)
      let hashes = width == 0 ? [] : try read(level, index, width)
      precondition(hashes.count == width, "so many hashes were asked for")
      rows.append(Row(index: index, hashes: hashes))
      (level, count) = (level + 1, index)
    }
  }

  /// Takes in the hash of the next leaf; `full` is told each tile that is now full, lowest first.
  mutating func append<Failure: Error>(
    _ leaf: Digest, full: (Tile, [Digest]) throws(Failure) -> Void
  ) throws(Failure) {
    try append(leaf, at: 0, full: full)
  }

  private mutating func append<Failure: Error>(
    _ hash: Digest, at level: Int, full: (Tile, [Digest]) throws(Failure) -> Void
  ) throws(Failure) {
    var (level, hash) = (level, hash)
    while true {
      if level == rows.count { rows.append(Row(index: 0, hashes: [])) }
      rows[level].hashes.append(hash)
      guard rows[level].hashes.count == Tile.fullWidth else { return }
      let tile = Tile(level: level, index: rows[level].index)
      try full(tile, rows[level].hashes)
      hash = hasher.root(ofFull: rows[level].hashes)
      rows[level].hashes.removeAll(keepingCapacity: true)
      rows[level].index += 1
      level += 1
    }
  }

  /// Takes in the hashes of 256 leaves at once, behind as many as fill whole tiles, and the root over them.
  mutating func append<Failure: Error>(
    full leaves: [Digest], root: Digest, full: (Tile, [Digest]) throws(Failure) -> Void
  ) throws(Failure) {
    if rows.isEmpty { rows.append(Row(index: 0, hashes: [])) }
    precondition(rows[0].hashes.isEmpty && leaves.count == Tile.fullWidth, "a whole tile")
    try full(Tile(level: 0, index: rows[0].index), leaves)
    rows[0].index += 1
    try append(root, at: 1, full: full)
  }

  /// The last tile of each level, where it is not full.
  var partial: [(tile: Tile, hashes: [Digest])] {
    rows.indices.filter { !rows[$0].hashes.isEmpty }.map { level in
      let row = rows[level]
      return (Tile(level: level, index: row.index, width: row.hashes.count), row.hashes)
    }
  }

  /// The hash of a complete subtree of 2^level leaves, where an unfinished tile holds it: those that a
  /// ``Frontier`` of this size is made of are there.
  func hash(level: Int, index: Int) -> Digest {
    let place = Tiles.place(level: level, index: index)
    return Tree.root(of: rows[place.level].hashes[place.hashes])
  }
}

extension TreeHasher {
  /// The root over as many hashes as a power of two, pair by pair.
  mutating func root(ofFull hashes: [Digest]) -> Digest {
    var level = hashes
    while level.count > 1 {
      for index in 0..<level.count / 2 {
        level[index] = node(level[2 * index], level[2 * index + 1])
      }
      level.removeLast(level.count / 2)
    }
    return level[0]
  }
}
