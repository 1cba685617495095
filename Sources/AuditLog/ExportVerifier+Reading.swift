import Sealing

extension ExportVerifier {
  /// Runs a check of a file, and names the file where it fails.
  static func at<Value: ~Copyable>(
    _ path: ExportPath, _ body: () throws(AuditLogError) -> Value
  ) throws(ExportFinding) -> Value {
    do {
      return try body()
    } catch {
      throw ExportFinding(path: path.text, error)
    }
  }

  /// The signed note in a file.
  static func note(
    _ path: ExportPath, _ read: (String) -> [UInt8]?
  ) throws(ExportFinding) -> SignedNote {
    guard let bytes = read(path.text) else { throw .init(path, .missing) }
    return try at(path) { () throws(AuditLogError) in
      let note = try SignedNote(parsing: bytes)
      // A name that Unicode spells in two ways would be read as the same: every byte counts here.
      guard note.bytes == bytes else { throw .note(.signatureLine) }
      return note
    }
  }

  /// What the unfinished tiles held before the export begins. Nothing here proves these hashes: the root
  /// over them and the entries does.
  static func rows(
    _ scope: ExportScope, _ read: (String) -> [UInt8]?
  ) throws(ExportFinding) -> TileRows {
    try TileRows(size: scope.first) { (level, index, width) throws(ExportFinding) in
      let count = scope.size >> (8 * level) - index * Tile.fullWidth
      let tile = Tile(level: level, index: index, width: min(count, Tile.fullWidth))
      guard let bytes = read(tile.path) else { throw .init(.tile(tile), .missing) }
      return try Array(
        at(.tile(tile)) { () throws(AuditLogError) in
          try Tiles.hashes(in: bytes, width: tile.width)
        }.prefix(width))
    }
  }

  /// A tile must hold what the entries make.
  static func compare(
    _ tile: Tile, _ hashes: [Digest], _ read: (String) -> [UInt8]?
  ) throws(ExportFinding) {
    guard let bytes = read(tile.path) else { throw .init(.tile(tile), .missing) }
    guard bytes == Tiles.encoded(hashes) else { throw .init(.tile(tile), .tile) }
  }
}
