/// One file of a static log directory: which hashes or entries it holds, and its path
/// (c2sp.org/tlog-tiles).
public struct Tile: Hashable, Sendable {
  /// How many hashes or entries a full tile holds.
  public static let fullWidth = 256

  /// The level of the hashes, each of 256^level leaves; nil for a bundle of entries.
  public let level: Int?
  /// The place in the level, from 0.
  public let index: Int
  /// How many hashes or entries it holds, 1 to 256.
  public let width: Int

  /// A tile, full unless said otherwise.
  public init(level: Int?, index: Int, width: Int = Tile.fullWidth) {
    precondition((level ?? 0) >= 0 && index >= 0 && (1...Self.fullWidth).contains(width))
    (self.level, self.index, self.width) = (level, index, width)
  }

  /// `tile/<L>/<N>[.p/<W>]`, or `tile/entries/…`: N in groups of three digits, all but the last with an
  /// `x` before it, so that no file has the name of a directory.
  public var path: String {
    var groups = [Self.threeDigits(index % 1000)]
    var rest = index / 1000
    while rest > 0 {
      groups.insert("x" + Self.threeDigits(rest % 1000), at: 0)
      rest /= 1000
    }
    let place = "tile/\(level.map(String.init) ?? "entries")/\(groups.joined(separator: "/"))"
    return width == Self.fullWidth ? place : "\(place).p/\(width)"
  }

  private static func threeDigits(_ value: Int) -> String {
    String(repeating: "0", count: 3 - String(value).utf8.count) + String(value)
  }

  /// The tile at a path. Nil unless ``path`` would write it so.
  public init?(path: String) {
    var parts = path.utf8.split(separator: 0x2f, omittingEmptySubsequences: false).map(Array.init)
    guard parts.count >= 3, parts.removeFirst() == Array("tile".utf8) else { return nil }
    let first = parts.removeFirst()
    let level = first == Array("entries".utf8) ? nil : Decimal.value(of: first)
    var width: Int? = Self.fullWidth
    if parts.count > 1, parts[parts.count - 2].suffix(2) == Array(".p".utf8) {
      width = Decimal.value(of: parts.removeLast())
      parts[parts.count - 1].removeLast(2)
    }
    // Digits only here; that they are grouped as they must be shows when the path is written again.
    let digits = parts.flatMap { $0.first == 0x78 ? Array($0.dropFirst()) : $0 }
    let significant = digits.drop { $0 == 0x30 }
    guard
      let index = digits.isEmpty
        ? nil : Decimal.value(of: significant.isEmpty ? [0x30] : Array(significant)),
      let width, (1...Self.fullWidth).contains(width), (level ?? 0) <= 63
    else { return nil }
    self.init(level: level, index: index, width: width)
    guard self.path.utf8.elementsEqual(path.utf8) else { return nil }
  }

  /// The tiles of hashes that a tree of some size has, lowest level first, full ones before the partial
  /// one of each level.
  public static func hashes(size: Int) -> [Tile] {
    var tiles: [Tile] = []
    var (level, count) = (0, size)
    while count > 0 {
      tiles += row(level: level, count: count)
      (level, count) = (level + 1, count / fullWidth)
    }
    return tiles
  }

  /// The bundles of entries that a log of some size has.
  public static func entries(size: Int) -> [Tile] { row(level: nil, count: size) }

  private static func row(level: Int?, count: Int) -> [Tile] {
    var tiles = (0..<count / fullWidth).map { Tile(level: level, index: $0) }
    let rest = count % fullWidth
    if rest > 0 { tiles.append(Tile(level: level, index: count / fullWidth, width: rest)) }
    return tiles
  }
}
