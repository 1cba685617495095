import AuditLog
import Sealing
import Testing

@Suite struct TilesTests {
  @Test(arguments: [
    (Tile(level: 0, index: 0), "tile/0/000"),
    (Tile(level: 0, index: 0, width: 1), "tile/0/000.p/1"),
    (Tile(level: 2, index: 999, width: 255), "tile/2/999.p/255"),
    (Tile(level: 1, index: 1000), "tile/1/x001/000"),
    (Tile(level: 0, index: 1_234_067), "tile/0/x001/x234/067"),
    (Tile(level: nil, index: 1_234_067), "tile/entries/x001/x234/067"),
    (Tile(level: nil, index: 273, width: 112), "tile/entries/273.p/112"),
    (Tile(level: 63, index: 1), "tile/63/001"),
  ])
  func pathsAreC2SPs(tile: Tile, path: String) {
    #expect(tile.path == path)
    #expect(Tile(path: path) == tile)
  }

  @Test(arguments: [
    "", "tile", "tile/0", "tile/0/", "tile/0/00", "tile/0/0000", "tile/00/000", "tile/64/000",
    "tile/-1/000", "tile/0/x000/001", "tile/0/001/067", "tile/0/x001", "tile/0/000.p",
    "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/1/2",
    "/tile/0/000", "tile/0/000/", "tile/0/../000", "tile/0/0a0", "tile/data/000",
    "tile/entries/x00/001", "tile/0/x001/x234/067.q/1", "tile/8/0/000",
    "tile/0/x999/x999/x999/x999/x999/x999/999",
  ])
  func otherPathsAreRefused(path: String) {
    #expect(Tile(path: path) == nil)
  }

  /// The example in the specification: a tree of 70,000.
  @Test func aTreeOfSeventyThousandHasTheTilesOfTheExample() {
    let tiles = Tile.hashes(size: 70_000)
    let full = tiles.filter { $0.width == 256 }
    let partial = tiles.filter { $0.width < 256 }
    #expect(full.filter { $0.level == 0 }.count == 273)
    #expect(full.filter { $0.level == 1 }.count == 1)
    #expect(
      partial == [
        Tile(level: 0, index: 273, width: 112), Tile(level: 1, index: 1, width: 17),
        Tile(level: 2, index: 0, width: 1),
      ])
    #expect(Tile.entries(size: 70_000).last == Tile(level: nil, index: 273, width: 112))
    #expect(
      Tile.hashes(size: 256) == [
        Tile(level: 0, index: 0), Tile(level: 1, index: 0, width: 1),
      ])
    #expect(Tile.hashes(size: 0).isEmpty)
  }

  @Test func proofsAreReadFromTiles() throws {
    let size = 700
    let leaves = (0..<size).map { Tree.leafHash([UInt8($0 & 0xff), UInt8($0 >> 8)]) }
    var tiles: [Tile: [UInt8]] = [:]
    for tile in Tile.hashes(size: size) {
      let level = try #require(tile.level)
      let hashes = (0..<tile.width).map { place in
        let start = (tile.index * 256 + place) << (8 * level)
        return Tree.root(of: leaves[start..<start + 1 << (8 * level)])
      }
      tiles[tile] = Tiles.encoded(hashes)
    }
    let read = { (level: Int, index: Int) throws -> Digest in
      try Tiles.read(level: level, index: index) { level, index throws -> [Digest] in
        let found = tiles.first { $0.key.level == level && $0.key.index == index }
        let (tile, bytes) = try #require(found)
        return try Tiles.hashes(in: bytes, width: tile.width)
      }
    }
    let root = Tree.root(of: leaves)
    for index in [0, 1, 255, 256, 511, 600, 699] {
      let proof = try Tree.inclusionProof(index: index, size: size, read: read)
      try Tree.verifyInclusion(
        of: leaves[index], index: index, size: size, root: root, proof: proof)
    }
    for old in [1, 256, 300, 512, 699, 700] {
      let proof = try Tree.consistencyProof(from: old, to: size, read: read)
      try Tree.verifyConsistency(
        from: old, root: Tree.root(of: leaves[..<old]), to: size, root: root, proof: proof)
    }
  }

  @Test func completedTilesAreThoseThatJustBecameFull() {
    #expect(Tiles.completed(at: 255).isEmpty)
    #expect(Tiles.completed(at: 0).isEmpty)
    #expect(Tiles.completed(at: 256).map(\.index) == [0])
    #expect(Tiles.completed(at: 512).map(\.index) == [1])
    #expect(Tiles.completed(at: 65_536).map { [$0.level, $0.index] } == [[0, 255], [1, 0]])
  }

  @Test func bundlesComeBackAndNothingElseDoes() throws {
    let leaves: [[UInt8]] = [
      [1, 2, 3], [], [UInt8](repeating: 9, count: 300), [UInt8](repeating: 8, count: 65_535),
    ]
    var bundle: [UInt8] = []
    for leaf in leaves { Tiles.append(leaf, to: &bundle) }
    #expect(Array(bundle.prefix(5)) == [0, 3, 1, 2, 3])
    #expect(try Tiles.leaves(in: bundle, width: 4) == leaves)
    for (wrong, width) in [
      (bundle, 3), (bundle, 5), (Array(bundle.dropLast()), 4), (bundle + [0], 4), ([0], 0),
      (bundle + [0, 1], 5),
    ] {
      #expect(throws: AuditLogError.note(.tile)) { _ = try Tiles.leaves(in: wrong, width: width) }
    }
    #expect(throws: AuditLogError.note(.tile)) {
      _ = try Tiles.hashes(in: [UInt8](repeating: 0, count: 63), width: 2)
    }
  }
}
