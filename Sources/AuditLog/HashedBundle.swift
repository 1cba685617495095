import Sealing

/// A bundle of entries of which nothing but the hashes is wanted. What hashing costs is most of checking a tree, and
/// needs nothing of what lies before: several can be made at once, on other threads.
public struct HashedBundle: Sendable {
  /// Of each leaf; or what does not fit.
  let hashes: Result<[Digest], ExportFinding>
  /// The root over them, of a full bundle.
  let root: Digest?

  /// Reads and hashes one.
  ///
  /// - Parameter index: counted from the beginning of the log.
  public init(_ index: Int, of scope: ExportScope, read: (String) -> [UInt8]?) {
    let width = min(Tile.fullWidth, scope.size - index * Tile.fullWidth)
    let tile = Tile(level: nil, index: index, width: width)
    var hasher = TreeHasher()
    do throws(ExportFinding) {
      guard let bytes = read(tile.path) else { throw .init(.tile(tile), .missing) }
      let leaves = try ExportVerifier.at(.tile(tile)) { () throws(AuditLogError) in
        try Tiles.leaves(in: bytes, width: width)
      }
      var made: [Digest] = []
      made.reserveCapacity(width)
      for leaf in leaves { made.append(hasher.leaf(leaf)) }
      hashes = .success(made)
      root = width == Tile.fullWidth ? hasher.root(ofFull: made) : nil
    } catch {
      (hashes, root) = (.failure(error), nil)
    }
  }
}
