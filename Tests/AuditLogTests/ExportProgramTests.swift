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
    #expect(json.output.hasPrefix(#"{"checked_from":0,"cosigned":[],"cosigned_unchecked":[1000],"#))
    #expect(json.output.contains(#""proven":true,"put_back":[],"quorum":null"#))
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
        + #""file":null,"fits":700,"# + ExportLimitTests.limits
        + #""pinned":null,"quorum":null,"unanchored":null,"unanchored_since":null}"# + "\n")
    #expect(told.errors.contains("Mode: embedded."))
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
    let directory = try Told.verify([folder.path, "--pin", beside.path])
    #expect(directory.status == 66 && directory.errors.contains("a directory and not a file"))
    let help = try Told.verify(["--help"])
    #expect(help.status == 0)
    #expect(help.output.hasPrefix("OVERVIEW: Verify an exported log"))
    #expect(help.output.contains("\n  safekeep-verify export-2026-11 --pin pins.txt\n"))
    let vietnamese = try Told(running: Told.program(), ["--help", "--lang", "vi"]).output
    #expect(vietnamese.hasPrefix("GIỚI THIỆU: ") && vietnamese.contains("Hiển thị trợ giúp."))
    #expect(!vietnamese.contains("OPTIONS:"))
  }

  /// Whoever reads Vietnamese is told in Vietnamese also what the argument parser says in English.
  @Test(
    arguments: [
      ([], "is missing", "thiếu <dir>"), (["a", "--pin"], "needs a value", "cần có giá trị"),
      (["a", "--nothing"], "there is no option --nothing", "không có tùy chọn --nothing"),
      (["a", "b"], "one directory", "mỗi lần chỉ kiểm tra một thư mục"),
      (["a", "--json=x"], "takes no value", "không nhận giá trị"),
      (["a", "--origin", "x"], "32 digits", "32 chữ số"),
      (["a", "--origin", "safekeep/0123"], "32 digits", "32 chữ số"),
      (
        ["a", "--origin", "safekeep/\(String(repeating: "G", count: 32))"], "--origin is",
        "--origin là"
      ),
    ] as [([String], String, String)])
  func whatIsWrittenWrongIsSaidInBothLanguages(
    words: [String], english: String, vietnamese: String
  ) throws {
    let told = try Told(running: Told.program(), words + ["--lang", "en"])
    #expect(told.status == 64 && told.output == "", "\(told.errors)")
    #expect(told.errors.contains(english) && told.errors.contains("see: safekeep-verify --help"))
    let other = try Told(
      running: "/usr/bin/env", ["-i", "LANG=vi_VN.UTF-8", Told.program()] + words)
    #expect(other.status == 64 && other.errors.contains(vietnamese), "\(other.errors)")
    #expect(!other.errors.contains("Error") && !other.errors.contains("expected"))
  }

  /// A link shows other bytes tomorrow, and nobody accounts for an empty folder.
  @Test func whatIsNoPlainFileIsRefused() throws {
    let (files, path) = (FileManager.default, folder.path)
    func refused(_ name: String, _ place: SourceLocation = #_sourceLocation) throws {
      let told = try Told.verify([path, "--origin", origin])
      #expect(told.status == 20, sourceLocation: place)
      #expect(
        told.errors.contains("in the file \(name): it is no plain file"), sourceLocation: place)
    }
    for name in ["more", "tile/entries/x001"] {
      try files.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
      try refused(name)
      try files.removeItem(atPath: "\(path)/\(name)")
    }
    for name in ["checkpoint", "manifest", "tile/0/000", "keys"] {
      try files.moveItem(atPath: "\(path)/\(name)", toPath: "\(beside.path)/kept")
      try files.createSymbolicLink(
        atPath: "\(path)/\(name)", withDestinationPath: "\(beside.path)/kept")
      try refused(name)
      try files.removeItem(atPath: "\(path)/\(name)")
      try files.moveItem(atPath: "\(beside.path)/kept", toPath: "\(path)/\(name)")
    }
    // A pipe would be read for ever.
    #expect(try Told(running: "/usr/bin/mkfifo", ["\(path)/pipe"]).status == 0)
    try refused("pipe")
    try files.removeItem(atPath: "\(path)/pipe")
    #expect(try Told.verify([path, "--origin", origin]).status == 0)
    // The folder itself may be named by a link; and what is no export is not called a broken log.
    try files.createSymbolicLink(atPath: "\(beside.path)/link", withDestinationPath: path)
    #expect(try Told.verify(["\(beside.path)/link", "--origin", origin]).status == 0)
    #expect(try Told.verify([beside.path]).status == 66)
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
      told.output.hasPrefix(
        """
        entries 0 to 1999 of \(origin) fit; held up to entry 1499 by a kept head and by the origin
        tail: no head brought here holds entries 1500 to 1999, the first said to be of 2026-
        """))
    // What every verification report has to say (the mode, and what no log shows).
    #expect(told.output.contains("\nmode: embedded.") && told.output.contains("\nlimits: order is"))
    #expect(try Told.script([folder.path]).status == 1)
  }

  /// The script's own ways out: none of them is that of an export that fits.
  @Test(.enabled(if: Told.python != nil)) func theScriptSaysWhatItCannotDo() throws {
    func told(
      _ words: [String], _ status: Int32, _ text: String, _ place: SourceLocation = #_sourceLocation
    ) throws {
      let told = try Told.script(words)
      #expect(
        told.status == status && told.errors.contains(text), "\(told.errors)", sourceLocation: place
      )
      #expect(told.output.isEmpty && !told.errors.contains("Traceback"), sourceLocation: place)
    }
    try told([], 64, "required")
    try told([folder.path, "--origin", "safekeep/other"], 64, "32 digits")
    try told(
      [folder.path, "--origin", "safekeep/" + String(repeating: "0", count: 32)], 20,
      "another origin")
    try told(["\(beside.path)/nothing"], 66, "no directory")
    try told([beside.path], 66, "checkpoint is missing")
    try told([folder.path, "--pin", "\(beside.path)/nothing"], 66, "no file")
    try told([folder.path, "--pin", beside.path], 66, "no file")
    let part = try ExportOnDisk(ExportVerifierTests.full(entries: 600, from: 300).folder.files)
    try told([part.path], 69, "begins at entry 300")
    let manifest = try #require(export.folder.files["manifest"])
    try FileManager.default.removeItem(atPath: "\(folder.path)/manifest")
    try told([folder.path], 66, "manifest is missing")
    try folder.put(manifest, at: "manifest")
    let tile = try #require(export.folder.files["tile/0/000"])
    try FileManager.default.removeItem(atPath: "\(folder.path)/tile/0/000")
    try told([folder.path], 20, "tile/0/000 is missing")
    try folder.put(tile, at: "tile/0/000")
    for name in ["more", "tile/more"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
      try told([folder.path], 20, "\(name) is no plain file")
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    }
    try FileManager.default.moveItem(
      atPath: "\(folder.path)/tile/0/000", toPath: "\(beside.path)/kept")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/tile/0/000", withDestinationPath: "\(beside.path)/kept")
    try told([folder.path], 20, "tile/0/000 is no plain file")
  }

  /// What is no head in the one form, and heads of which one must be wrong.
  @Test(.enabled(if: Told.python != nil)) func theScriptTakesNoOtherPinFile() throws {
    let good = text(try export.head(1500).bytes)
    func status(_ pins: String) throws -> Int32 {
      try beside.put(bytes(pins), at: "pins")
      return try Told.script([folder.path, "--pin", "\(beside.path)/pins"]).status
    }
    #expect(try status(good) == 0 && status("\n\n" + good + "\n\n" + good + "\n") == 0)
    let empty = try Checkpoint(origin: origin, size: 0, root: Tree.emptyRoot)
      .signed(log: export.vault.log.log.key, member: export.vault.lead.key)
    for bad in [
      "", "\n", "garbage\n", text(empty.bytes), good + text(empty.bytes), "x\n" + good,
      good + "x\n",
      good.replacingFirst("\n1500\n", "\n01500\n"), good.replacingFirst("\n1500\n", "\n+1500\n"),
      good.replacingFirst("\n1500\n", "\n1500 \n"), good.replacingFirst("\n1500\n", "\n１５００\n"),
      good.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"),
      String(good.dropLast()), good.replacingFirst("\n\n", "\n"),
    ] {
      #expect(try status(bad) == 65, "\(bad.debugDescription)")
      #expect(
        try Told.verify([folder.path, "--pin", "\(beside.path)/pins"]).status == 65,
        "\(bad.debugDescription)")
    }
    let other = text(try SampleExport.head(1500, SampleLog.grant, export.vault).bytes)
    let unsigned = try Checkpoint(origin: origin, size: 1500, root: export.tree.root(1500))
      .signed(log: Person("stranger").key, member: export.vault.lead.key)
    for wrong in [good + other, other + good] {
      #expect(try status(wrong) == 20)
      #expect(try Told.verify([folder.path, "--pin", "\(beside.path)/pins"]).status == 20)
    }
    // What the log never signed proves nothing, for the log or against it.
    #expect(try status(text(unsigned.bytes)) == 65)
    #expect(try Told.verify([folder.path, "--pin", "\(beside.path)/pins"]).status == 65)
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
      try FileManager.default.removeItem(atPath: "\(copy.path)/\(path)")
      let missed = try Told.script([copy.path])
      let isNone = ["checkpoint", "manifest"].contains(path)
      #expect(missed.status == (isNone ? 66 : 20), "\(path): \(missed.errors)")
      try copy.put(bytes, at: path)
    }
    // A good head that the list does not name, and what is nothing.
    for (name, bytes) in [("pins/40.checkpoint", try small.head(40).bytes), ("new.txt", [1])] {
      try copy.put(bytes, at: name)
      let more = try Told.script([copy.path])
      #expect(more.status == 20 && more.errors.contains("\(name) is not accounted for"))
      try FileManager.default.removeItem(atPath: "\(copy.path)/\(name)")
    }
    #expect(try Told.script([copy.path]).status == 1)
  }
}
