extension ExportPath {
  /// How many bytes such a file can have. Whoever reads an export reads no more of any: what lies on a stick
  /// may be of any length, and is only hashed when it is whole in memory.
  public var limit: Int {
    switch self {
    case .checkpoint, .manifest, .proof, .pin, .cosignature, .stamped: SignedNote.maximumLength
    case .schema, .handles, .report: Self.pages
    case .tile(let tile): Self.longest(of: tile)
    case .leaf: Leaf.maximumLength
    case .logKey, .actorKey, .witnessKey: Leaf.maximumLength
    case .consistency: WitnessRequest.maximumHashes * Self.line
    case .stamp: Self.token
    }
  }

  private static func longest(of tile: Tile) -> Int {
    tile.width * (tile.level == nil ? 2 + Leaf.maximumLength : 32)
  }

  /// Of the pages that people read. Nothing else is longer.
  private static let pages = 1 << 26
  /// A hash in base64, and the end of the line.
  private static let line = 45
  /// An answer of a time-stamp authority, as it is taken in.
  private static let token = 1 << 16
}
