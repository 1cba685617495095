import Sealing

/// Hashes of large complete subtrees, as far as this process has computed them.
///
/// A proof needs one hash of every height. Below the first 65,536 entries the upper tile is not full,
/// and without a memory each proof would hash the whole log again: a list of cases asks for one proof
/// a case. A complete subtree never changes while the log only grows; it is forgotten when an act is
/// undone. What is kept here is trusted no more than the file: a proof is held against the root.
final class SubtreeCache {
  private struct Place: Hashable {
    let level: Int
    let index: Int
  }

  /// Subtrees of fewer leaves lie within one tile and are quickly computed.
  static let lowestLevel = 8

  private var hashes: [Place: Digest] = [:]

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

  func forget() { hashes = [:] }
}
