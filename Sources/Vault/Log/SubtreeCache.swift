import Sealing

/// Hashes of the tree, as far as this process has read or computed them.
///
/// A proof needs one hash of every height, and an act makes several proofs; a list of cases asks for
/// one a case. Without a memory each would read up to 255 leaf hashes, and below the first 65,536
/// entries hash the whole log again. What is complete never changes while the log only grows; all is
/// forgotten when an act is undone. What is kept here is trusted no more than the file: a proof is
/// held against the root.
final class SubtreeCache {
  private struct Place: Hashable {
    let level: Int
    let index: Int
  }

  /// Smaller subtrees are quickly computed from their tile.
  static let lowestLevel = 4
  /// Tiles kept: enough for a proof's own, and for those at the end of the log.
  static let tileLimit = 16

  private var hashes: [Place: Digest] = [:]
  private var tiles: [Place: [Digest]] = [:]

  /// The hash that is known, or the one that the body computes.
  func hash(
    level: Int, index: Int, _ compute: () throws(VaultError) -> Digest
  ) throws(VaultError) -> Digest {
    guard level >= Self.lowestLevel else { return try compute() }
    let place = Place(level: level, index: index)
    if let known = hashes[place] { return known }
    let hash = try compute()
    hashes[place] = hash
    return hash
  }

  /// The hashes of a tile, where they are known so far as they are needed; else those that the body
  /// reads, which is told what is known.
  func tile(
    level: Int, index: Int, reaching end: Int,
    _ read: ([Digest]) throws(VaultError) -> [Digest]?
  ) throws(VaultError) -> [Digest]? {
    let place = Place(level: level, index: index)
    let known = tiles[place] ?? []
    if known.count >= end { return known }
    guard let hashes = try read(known) else { return nil }
    guard hashes.count >= end else { throw .logBroken(at: nil) }
    if tiles.count >= Self.tileLimit { tiles = [:] }
    tiles[place] = hashes
    return hashes
  }

  func forget() {
    hashes = [:]
    tiles = [:]
  }
}
