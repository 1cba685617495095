/// Which part of a log an export holds: of which log, up to which size, and from which entry on.
public struct ExportScope: Hashable, Sendable {
  /// The name of the log.
  public let origin: String
  /// How many entries the log has.
  public let size: Int
  /// The first entry that was asked for.
  public let from: Int

  /// A part of a log.
  ///
  /// - Precondition: `0 <= from < size`.
  public init(origin: String, size: Int, from: Int = 0) {
    precondition(from >= 0 && from < size, "no such entry to begin with")
    (self.origin, self.size, self.from) = (origin, size, from)
  }

  /// The first entry that the export holds: bundles are not divided.
  public var first: Int { from - from % Tile.fullWidth }

  /// Bundles of entries and tiles of hashes, in the order of their levels.
  public var tiles: [Tile] {
    (Tile.entries(size: size) + Tile.hashes(size: size)).filter { $0.index >= firstIndex($0.level) }
  }

  /// Whether this export has such a file: the width must be that of this size.
  public func holds(_ tile: Tile) -> Bool {
    let count = (tile.level ?? 0) < 8 ? size >> (8 * (tile.level ?? 0)) : 0
    let width = min(Tile.fullWidth, count - tile.index * Tile.fullWidth)
    return tile.width == width && tile.index >= firstIndex(tile.level)
  }

  /// A tile of level L holds hashes of 256^L leaves each, so the first one to be shown is that in which
  /// the first entry lies.
  private func firstIndex(_ level: Int?) -> Int {
    let level = (level ?? 0) + 1
    return level < 8 ? first >> (8 * level) : 0
  }
}
