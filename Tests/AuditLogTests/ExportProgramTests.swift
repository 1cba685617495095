import AuditLog
import Foundation
import Sealing
import Testing

/// The auditor's program and the independent script, over files on a disk.
@Suite struct ExportProgramTests {
  private let export: SampleExport
  private let folder: ExportOnDisk
  private let beside: ExportOnDisk

  init() throws {
    export = try ExportVerifierTests.full.get()
    folder = try ExportOnDisk(export.folder.files)
    beside = try ExportOnDisk(["x": []])
  }

  private var origin: String { export.vault.log.origin }

  private func pins(_ heads: [SignedNote], named name: String = "pins") throws -> String {
    let book = PinBook(heads: try heads.map { try PinnedHead($0) })
    try beside.put(book.bytes, at: name)
    return "\(beside.path)/\(name)"
  }

  @Test func theProgramSaysUpToWhereAndByWhat() throws {
    let alone = try Told.verify([folder.path])
    #expect(alone.status == 1)
    #expect(alone.output.contains("Proven against itself only"))
    let named = try Told.verify([folder.path, "--origin", origin])
    #expect(named.status == 0)
    #expect(named.output.contains("Entries 0 to 1999 fit each other"))
    let kept = try Told.verify([folder.path, "--pin", pins([export.head(1500)])])
    #expect(kept.status == 0)
    #expect(kept.output.contains("Proven up to entry 1499, by a head that you kept."))
    #expect(kept.output.contains("No kept head and no quorum holds entries 1500 to 1999"))
    for told in [alone, named, kept] {
      #expect(told.errors.isEmpty)
      #expect(!told.output.lowercased().contains("complete"))
    }
  }

  @Test func theProgramSpeaksVietnameseAndJSON() throws {
    let vietnamese = try Told(
      running: "/usr/bin/env",
      ["SAFEKEEP_LANG=vi", Told.program(), folder.path, "--origin", origin])
    #expect(vietnamese.output.contains("Các mục từ 0 đến 1999 khớp"))
    #expect(!vietnamese.output.contains("đầy đủ"))
    let json = try Told.verify([folder.path, "--origin", origin, "--json"])
    #expect(json.status == 0)
    #expect(json.output.hasPrefix(#"{"checked_from":0,"cosigned":[{"size":1000,"time":""#))
    #expect(json.output.contains(#""proven":true,"quorum":null"#))
  }

  @Test func theProgramNamesWhatDoesNotFit() throws {
    let leaf = export.vault.log.leaves[700]
    let changed = try #require(replacing(#""t":17"#, with: #""t":18"#, in: leaf))
    let path = Tile(level: nil, index: 2).path
    let bundle = try #require(export.folder.files[path])
    try folder.put(
      try #require(replacing(text(leaf), with: text(changed), in: bundle) as [UInt8]?), at: path)
    let told = try Told.verify([folder.path, "--pin", pins([export.head(600), export.head(900)])])
    #expect(told.status == 20)
    #expect(
      told.errors.contains("THE LOG DOES NOT VERIFY at entry 700: its signature is not valid"))
    #expect(told.errors.contains("entries 0 to 699 fit, and are proven up to entry 599"))
    let json = try Told.verify([folder.path, "--json"])
    #expect(
      json.errors
        == #"{"code":"signer.signature","entry":700,"error":"log","exit":20,"#
        + #""file":null,"fits":700,"pinned":null}"# + "\n")
    if Told.python != nil {
      #expect(try Told.script([folder.path, "--origin", origin]).status == 20)
    }
  }

  @Test func theProgramShowsASplitViewAndARollback() throws {
    let split = try pins([SampleExport.head(1500, SampleLog.grant, export.vault)])
    let told = try Told.verify([folder.path, "--pin", split])
    #expect(told.status == 20)
    #expect(told.errors.contains("at entry 1500: SPLIT VIEW"))
    let newer = try pins([SampleExport.head(2001, SampleLog.grant, export.vault)], named: "newer")
    let back = try Told.verify([folder.path, "--pin", newer])
    #expect(back.status == 20)
    #expect(back.errors.contains("ROLLED BACK"))
    if Told.python != nil {
      #expect(try Told.script([folder.path, "--pin", split]).errors.contains("SPLIT VIEW at 1500"))
      #expect(try Told.script([folder.path, "--pin", newer]).errors.contains("ROLLBACK"))
    }
  }

  @Test func whatIsNoExportIsSaidToBeNone() throws {
    #expect(try Told.verify([beside.path]).status == 66)
    #expect(try Told.verify(["\(beside.path)/nothing"]).status == 66)
    #expect(try Told.verify([folder.path, "--pin", "\(beside.path)/nothing"]).status == 66)
    #expect(try Told.verify([folder.path, "--pin", "\(beside.path)/x"]).status == 65)
    #expect(try Told.verify([folder.path, "--policy", "\(beside.path)/x"]).status == 65)
    #expect(try Told.verify([]).status == 64)
    #expect(try Told.verify([folder.path, "--nothing"]).status == 64)
    let help = try Told.verify(["--help"])
    #expect(help.status == 0)
    #expect(help.output.hasPrefix("OVERVIEW: Verify an exported log"))
    #expect(help.output.contains("\n  safekeep-verify export-2026-11 --pin pins.txt\n"))
    let vietnamese = try Told(running: Told.program(), ["--help", "--lang", "vi"]).output
    #expect(vietnamese.hasPrefix("GIỚI THIỆU: ") && vietnamese.contains("Hiển thị trợ giúp."))
    #expect(!vietnamese.contains("OPTIONS:"))
  }

  /// The name of a file may be anything, and must not drive the terminal.
  @Test func aFileNameIsShownHarmless() throws {
    try folder.put([1], at: "a\u{1b}[2Jb")
    let told = try Told.verify([folder.path])
    #expect(told.status == 20)
    #expect(!told.errors.contains("\u{1b}"))
  }

  @Test(.enabled(if: Told.python != nil)) func theScriptAgrees() throws {
    let told = try Told.script([
      folder.path, "--origin", origin, "--pin", pins([export.head(1500)]),
    ])
    #expect(told.status == 0, "\(told.errors)")
    #expect(
      told.output
        == "entries 0 to 1999 of \(origin) fit; held up to entry 1499 by a kept head and by the origin\n"
    )
    #expect(try Told.script([folder.path]).status == 1)
    #expect(try Told.script([folder.path, "--origin", "safekeep/other"]).status == 20)
  }

  @Test(.enabled(if: Told.python != nil)) func theScriptRefusesOneFlippedByteInEachFile() throws {
    let small = try ExportVerifierTests.full(entries: 300)
    let copy = try ExportOnDisk(small.folder.files)
    var dice = Dice(seed: 4)
    for (path, bytes) in small.folder.files.sorted(by: { $0.key < $1.key }) {
      var changed = bytes
      let place = dice.below(bytes.count)
      changed[place] ^= UInt8(1 << dice.below(8))
      try copy.put(changed, at: path)
      #expect(try Told.script([copy.path]).status == 20, "\(path) at \(place)")
      try copy.put(bytes, at: path)
    }
    try copy.put([1], at: "new.txt")
    #expect(try Told.script([copy.path]).status == 20)
  }
}
