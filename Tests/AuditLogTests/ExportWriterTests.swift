import AuditLog
import Sealing
import Testing

@Suite struct ExportWriterTests {
  @Test func anExportHoldsTheFilesOfC2SPAndTheKeys() throws {
    let export = try SampleExport(SampleExport.vault(entries: 700))
    let tiles = Set((Tile.entries(size: 700) + Tile.hashes(size: 700)).map(\.path))
    #expect(export.paths.filter { $0.hasPrefix("tile/") } == tiles)
    #expect(export.paths.contains("keys/log-0.vkey"))
    let people = export.paths.filter { $0.hasPrefix("keys/a-") }
    // Root, three people and the three codes they came in with.
    #expect(people.count == 7)
    #expect(export.folder.order.first == "keys/log-0.vkey")
    #expect(export.folder.order.last == "manifest")
    #expect(export.paths.allSatisfy { ExportPath($0)?.text == $0 })
  }

  @Test func bundlesAndTilesAreThoseOfTheLog() throws {
    let export = try SampleExport(SampleExport.vault(entries: 700))
    var leaves: [[UInt8]] = []
    for tile in Tile.entries(size: 700) {
      let bundle = try #require(export.folder.files[tile.path])
      leaves += try Tiles.leaves(in: bundle, width: tile.width)
    }
    #expect(leaves == export.vault.log.leaves)
    for tile in Tile.hashes(size: 700) {
      let level = try #require(tile.level)
      let hashes = (0..<tile.width).map { place in
        let start = (tile.index * 256 + place) << (8 * level)
        return Tree.root(of: leaves[start..<start + 1 << (8 * level)].map(Tree.leafHash))
      }
      #expect(export.folder.files[tile.path] == Tiles.encoded(hashes))
    }
  }

  @Test(arguments: [0, 300, 699]) func everyLeafOfTheDirectoryIsProven(from: Int) throws {
    let export = try SampleExport(SampleExport.vault(entries: 700), from: from)
    let key = try NoteKey(name: export.vault.log.origin, key: export.vault.log.log.key.publicKey)
    var shown: Set<Int> = []
    for (seq, leaf) in export.vault.log.leaves.enumerated() {
      guard let bytes = export.folder.files["directory/\(seq).leaf"] else { continue }
      #expect(bytes == leaf)
      let file = try #require(export.folder.files["directory/\(seq).tlog-proof"])
      let proof = try EntryProof(parsing: file)
      try proof.verify(leaf: leaf, log: key)
      #expect(proof.checkpoint == export.head)
      shown.insert(seq)
    }
    // Everything up to the worker's second person, and nothing of the work.
    #expect(shown == Set(0..<14))
  }

  @Test func aPartHoldsWhatBelongsToIt() throws {
    let vault = try SampleExport.vault(entries: 700)
    let export = try SampleExport(vault, from: 300)
    #expect(
      export.paths.filter { $0.hasPrefix("tile/") }.sorted() == [
        "tile/0/001", "tile/0/002.p/188", "tile/1/000.p/2", "tile/entries/001",
        "tile/entries/002.p/188",
      ])
    let file = try #require(export.folder.files["consistency/300-700"])
    let lines = text(file).split(separator: "\n")
    let hashes = Tree.consistencyProof(from: 300, to: 700, read: export.tree.hash)
    #expect(lines.map(String.init) == hashes.map { base64($0.bytes) })
  }

  @Test func whatIsThereIsNotWrittenAgain() throws {
    let vault = try SampleExport.vault(entries: 520)
    let first = try SampleExport(vault)
    let order = first.folder.order
    first.folder.order = []
    _ = try SampleExport(vault, into: first.folder)
    #expect(first.folder.order == ["manifest"])
    // Cut off: the last half is missing, and one file was torn.
    for path in order.suffix(order.count / 2) { first.folder.files[path] = nil }
    let whole = try SampleExport(vault).folder.files
    first.folder.files["tile/entries/000"]?.removeLast()
    _ = try SampleExport(vault, into: first.folder)
    #expect(first.folder.files == whole)
  }

  @Test func whatALaterExportDoesNotHaveIsStale() throws {
    var vault = try SampleExport.vault(entries: 300)
    let folder = SampleFolder()
    let kept = try SampleExport(vault).head(100)
    _ = try SampleExport(vault, into: folder) { writer, _ in writer.addPin(kept) }
    #expect(folder.files["consistency/100-300"] != nil)
    folder.put("left.txt", [1])
    try vault.work(219)
    try vault.log.append(Act.auditExport, by: vault.lead)
    let export = try SampleExport(vault, into: folder)
    #expect(export.folder.files == (try SampleExport(vault).folder.files))
  }

  @Test func aBrokenLogShowsInTheRoot() throws {
    let vault = try SampleExport.vault(entries: 300)
    var leaves = vault.log.leaves
    leaves[20] = leaves[21]
    let spoiled = leaves
    let tree = SampleTree(vault.log.leaves)
    var writer = ExportWriter<Never>(
      head: try SignedNote(parsing: vault.log.head(by: vault.lead)),
      scope: ExportScope(origin: vault.log.origin, size: 300), roster: vault.log.roster,
      leaves: { Array(spoiled[$0]) }, hash: { tree.hash($0, $1) }, read: { _ in nil },
      write: { _, _ in })
    let written = writer.writeLog()
    #expect(written.root != vault.log.frontier.root)
  }

  @Test func aFolderSaysWhoseExportItIs() throws {
    let folder = SampleFolder()
    let read = { (path: String) -> [UInt8]? in folder.files[path] }
    #expect(ExportWriter<Never>.origin(read: read) == nil)
    let vault = try SampleExport.vault(entries: 20)
    let export = try SampleExport(vault, into: folder)
    #expect(ExportWriter<Never>.origin(read: read) == export.vault.log.origin)
  }
}
