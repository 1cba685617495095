import AuditLog
import Sealing
import Testing

/// The forms of an export's own files: each comes back as it was written, and nothing else does.
@Suite struct ExportFormTests {
  /// A size is what a file says: nothing is made of it before the entries are there.
  @Test func aSizeThatNoLogHasNeedsNoMemory() throws {
    let export = try ExportVerifierTests.full.get()
    var files = export.folder.files.filter { !$0.key.hasPrefix("tile/") }
    for name in ["checkpoint", "manifest"] {
      files[name] = try #require(
        replacing("\n2000\n", with: "\n\(Entry.largestInteger)\n", in: files[name] ?? [])
          as [UInt8]?)
    }
    let finding = ExportVerifierTests.finding(files)
    #expect(finding?.path == "tile/entries/000" && finding?.fault == .export(.missing))
  }

  /// A wrong length spoils all that is behind it: the entry is named that has it, and not the bundle.
  @Test func aWrongLengthIsOfItsEntry() throws {
    let export = try ExportVerifierTests.full.get()
    let bundle = try #require(export.folder.files["tile/entries/001"])
    var place = 0
    for _ in 0..<40 { place += 2 + Int(bundle[place]) << 8 + Int(bundle[place + 1]) }
    for byte in [0, 1] {
      var files = export.folder.files
      files["tile/entries/001"]?[place + byte] ^= 1
      #expect(ExportVerifierTests.finding(files)?.seq == 296)
    }
    var cut = export.folder.files
    cut["tile/entries/001"]?.removeLast(10)
    #expect(ExportVerifierTests.finding(cut)?.seq == 511)
    var longer = export.folder.files
    longer["tile/entries/001"]?.append(0)
    #expect(ExportVerifierTests.finding(longer)?.path == "tile/entries/001")
  }

  @Test(arguments: [
    "checkpoint", "manifest", "schema.json", "handles.tsv", "REPORT.txt", "tile/0/001",
    "tile/entries/002.p/188", "directory/12.leaf", "directory/0.tlog-proof", "keys/log-10.vkey",
    "keys/a-0123456789abcdef.vkey", "keys/witness-00ff0012.vkey", "consistency/300-700",
    "pins/300.checkpoint", "cosigs/300-00ff0012.checkpoint", "tsr/300-0.note", "tsr/300-12.tsr",
  ])
  func pathsComeBack(path: String) throws {
    #expect(try #require(ExportPath(path)).text == path)
  }

  @Test(arguments: [
    "", "/checkpoint", "checkpoint/", "Checkpoint", "tile/0/1", "directory/012.leaf",
    "directory/-1.leaf", "directory/1.Leaf", "directory/../manifest", "keys/log-.vkey",
    "keys/log-01.vkey", "keys/a-0123456789ABCDEF.vkey", "keys/a-0123.vkey", "keys/witness-ff.vkey",
    "consistency/300", "consistency/300-", "consistency/1-2-3", "pins/300", "cosigs/300.checkpoint",
    "cosigs/300-xyz.checkpoint", "tsr/300.tsr", "tsr/300-0.tsr/x", "keys/log-0.vkey.vkey", "a/b",
    "keys//log-0.vkey", ".manifest", "manifest~",
  ])
  func otherPathsAreRefused(path: String) { #expect(ExportPath(path) == nil) }

  private var manifest: ExportManifest {
    ExportManifest(
      scope: ExportScope(origin: "safekeep/ab", size: 700, from: 300), shown: [2, 0, 401],
      files: ["REPORT.txt": SampleLog.grant, "keys/log-0.vkey": SampleLog.rules])
  }

  @Test func theManifestComesBack() throws {
    #expect(try ExportManifest(parsing: manifest.text) == manifest)
    #expect(
      text(manifest.text) == """
        safekeep-export/v1
        safekeep/ab
        700
        300
        directory 0 2 401
        \(SampleLog.grant.hex)  REPORT.txt
        \(SampleLog.rules.hex)  keys/log-0.vkey

        """)
    let note = try manifest.signed(by: Person("lead").key)
    #expect(try ExportManifest(parsing: SignedNote(parsing: note.bytes).text) == manifest)
  }

  @Test(arguments: [
    ("export/v1", "export/v2"), ("safekeep/ab", "safekeep ab"), ("\n700\n", "\n0700\n"),
    ("\n300\n", "\n700\n"), ("\n300\n", "\n-1\n"), ("  REPORT", " REPORT"), ("REPORT", "REPART"),
    ("REPORT.txt", "keys/log-1.vkey"), ("REPORT.txt", "manifest"), ("REPORT.txt", "tile/0/000"),
    ("  keys", "  ../keys"), ("\n300\n", "\n300\n\n"),
  ])
  func aHostileManifestIsRefused(old: String, new: String) throws {
    let changed = try #require(replacing(old, with: new, in: manifest.text))
    #expect(throws: AuditLogError.export(.manifest)) {
      _ = try ExportManifest(parsing: changed)
    }
  }

  @Test func theManifestsLinesAreHexadecimalAndWhole() throws {
    let digits = SampleLog.grant.hex
    for new in [digits.uppercased(), String(digits.dropLast()), digits + "0", ""] {
      let changed = try #require(replacing(digits, with: new, in: manifest.text))
      #expect(throws: AuditLogError.export(.manifest)) {
        _ = try ExportManifest(parsing: changed)
      }
    }
    #expect(throws: AuditLogError.export(.manifest)) {
      _ = try ExportManifest(parsing: manifest.text.dropLast())
    }
  }

  @Test func aScopeHoldsExactlyItsTiles() {
    for (size, from) in [(1, 0), (255, 0), (256, 0), (70_000, 0), (70_000, 65_800), (700, 699)] {
      let scope = ExportScope(origin: "o", size: size, from: from)
      let tiles = scope.tiles
      #expect(tiles.allSatisfy(scope.holds))
      for tile in tiles {
        #expect(
          !scope.holds(Tile(level: tile.level, index: tile.index, width: tile.width % 256 + 1)))
        #expect(!scope.holds(Tile(level: tile.level, index: tile.index + tiles.count)))
      }
      #expect(scope.first == from / 256 * 256)
    }
    #expect(!ExportScope(origin: "o", size: 70_000, from: 300).holds(Tile(level: 0, index: 0)))
    #expect(ExportScope(origin: "o", size: 70_000, from: 300).holds(Tile(level: 1, index: 0)))
  }

  @Test func handlesComeBackAndAreHashedAsTheLogDoes() throws {
    let page = HandlePage(
      salt: Array(0..<16), handles: [try Person("a").actor: "lan", try Person("b").actor: "bình"])
    #expect(try HandlePage(parsing: page.bytes) == page)
    #expect(
      page.who("lan") == Digest.of(bytes("safekeep/who/1") + Array(0..<16) + bytes("lan")))
    for (old, new) in [
      ("salt\t", "salt "), ("lan\n", "lan\n\n"), ("\tlan", "lan"), ("lan\n", "lan"),
    ] {
      let changed = try #require(replacing(old, with: new, in: page.bytes))
      #expect(throws: AuditLogError.export(.handle)) { _ = try HandlePage(parsing: changed) }
    }
  }

  @Test func theFieldTableComesBackAndIsHashedAsTheVaultDoes() throws {
    let page = FieldTablePage(rows: [
      .init(id: 12, entity: 3, fieldClass: 4, readers: 9, writers: 8),
      .init(id: 7, entity: 2, fieldClass: 1, readers: 2047, writers: 3),
    ])
    #expect(try FieldTablePage(parsing: page.bytes) == page)
    #expect(
      page.digest
        == Digest.of(
          bytes("safekeep/fields/1") + [7, 0, 0, 0, 2, 0, 1, 0, 255, 7, 3, 0]
            + [12, 0, 0, 0, 3, 0, 4, 0, 9, 0, 8, 0]))
    for (old, new) in [("\"id\"", "\"jd\""), ("4,", "04,"), ("]}", "]"), ("{\"f", " {\"f")] {
      let changed = try #require(replacing(old, with: new, in: page.bytes))
      #expect(throws: AuditLogError.export(.schema)) { _ = try FieldTablePage(parsing: changed) }
    }
  }
}

extension String {
  func replacingFirst(_ old: String, _ new: String) -> String {
    replacing(old, with: new, maxReplacements: 1)
  }
}
