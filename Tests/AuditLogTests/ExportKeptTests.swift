import AuditLog
import Sealing
import Testing

/// What lies before the entries that an export holds, and what an auditor keeps: nothing there may be taken
/// away or altered without a word.
@Suite struct ExportKeptTests {
  private static let part = Result { try ExportVerifierTests.full(entries: 700, from: 600) }

  private func pin(_ export: SampleExport, _ size: Int) throws -> PinnedHead {
    var (frontier, roster) = (Frontier(), Roster(origin: export.vault.log.origin))
    for leaf in export.vault.log.leaves.prefix(size) {
      frontier.append(Tree.leafHash(leaf))
      try roster.apply(Leaf(parsing: leaf))
    }
    return try PinnedHead(export.head(size), frontier: frontier, roster: roster)
  }

  private func finding(
    _ files: [String: [UInt8]], _ book: PinBook
  ) -> ExportFinding? {
    ExportVerifierTests.finding(files) { $0.pins = book }
  }

  /// The files of an export with its list signed anew by whoever made it.
  private func signed(
    _ export: SampleExport,
    _ change: (inout [String: [UInt8]], inout [String: Digest]) throws -> Void
  ) throws -> [String: [UInt8]] {
    var files = export.folder.files
    let stated = try ExportManifest(parsing: SignedNote(parsing: #require(files["manifest"])).text)
    var listed = stated.files
    try change(&files, &listed)
    let list = ExportManifest(scope: stated.scope, shown: Set(stated.shown), files: listed)
    files["manifest"] = try list.signed(by: export.vault.lead.key).bytes
    return files
  }

  // MARK: Leaves of the directory

  @Test func aLeafBeforeTheExportIsMissedByName() throws {
    let export = try Self.part.get()
    let book = PinBook(heads: [try pin(export, 600)])
    #expect(finding(export.folder.files, book) == nil)
    let earlier = export.paths.filter { $0.hasPrefix("directory/") && $0.hasSuffix(".leaf") }
    #expect(earlier.count > 5)
    for path in earlier {
      var files = export.folder.files
      files[path] = nil
      #expect(finding(files, book) == ExportFinding(path: path, .export(.missing)))
      // Also with the proof that belongs to it.
      files[path.dropLast(4) + "tlog-proof"] = nil
      #expect(finding(files, book) == ExportFinding(path: path, .export(.missing)))
    }
  }

  @Test(.enabled(if: Told.python != nil)) func bothProgramsHoldTheListOfTheDirectory() throws {
    let export = try ExportVerifierTests.full.get()
    var files = export.folder.files
    files["directory/0.leaf"] = nil
    files["directory/0.tlog-proof"] = nil
    let disk = try ExportOnDisk(files)
    let words = [disk.path, "--origin", export.vault.log.origin]
    for told in [try Told.verify(words), try Told.script(words)] {
      #expect(told.status == 20 && told.errors.contains("directory/0.leaf"), "\(told.errors)")
    }
  }

  // MARK: Heads before the export

  /// Two heads of one size, both signed by the log, where no entries tell which of them it had.
  @Test(arguments: ["pins/350.checkpoint", "tsr/350-0.note"])
  func twoHeadsOfOneSizeAreASplitView(path: String) throws {
    let export = try Self.part.get()
    let book = PinBook(heads: [try pin(export, 600)])
    let other = try SampleExport.head(350, SampleLog.grant, export.vault)
    let files = try signed(export) { files, listed in
      // The cosigned head has size 350, and stands before this one in the order of paths.
      (files[path], listed[path]) = (other.bytes, Digest.of(other.bytes))
    }
    #expect(finding(files, book) == ExportFinding(path: path, .head(.pin)))
  }

  // MARK: The kept file

  @Test func oneByteFlippedInTheKeptFileIsRefused() throws {
    let export = try Self.part.get()
    let bytes = PinBook(heads: [try pin(export, 600), try PinnedHead(export.head(650))]).bytes
    var dice = Dice(seed: 20_261_128)
    for place in bytes.indices where dice.below(16) == 0 {
      var flipped = bytes
      flipped[place] ^= UInt8(1 << dice.below(8))
      guard let book = try? PinBook(parsing: flipped) else { continue }
      #expect(finding(export.folder.files, book) != nil, "at \(place)")
    }
  }

  @Test func whatWasAlteredIsNamed() throws {
    let export = try Self.part.get()
    let kept = try pin(export, 600)
    var spoiled = kept.bytes
    let place = spoiled.count / 3
    spoiled[place] = spoiled[place] == 0x41 ? 0x42 : 0x41
    #expect(throws: AuditLogError.export(.pinCheck)) { _ = try PinBook(parsing: spoiled) }
    // The member's line: the last one, and not the log's.
    let line = try #require(kept.note.signatures.last)
    var (note, blob) = (try SignedNote(text: kept.note.text), line.blob)
    blob[5] ^= 1
    try note.add(kept.note.signatures[0])
    try note.add(NoteSignature(name: line.name, keyID: line.keyID, blob: blob))
    let bare = PinBook(heads: [kept, try PinnedHead(note)])
    #expect(finding(export.folder.files, bare) == ExportFinding(seq: 600, .export(.pinLine)))
    // One by a key that nobody knows might be any.
    var strange = kept.note
    try strange.sign(as: "stranger", with: Person("stranger").key)
    let other = PinBook(heads: [kept, try PinnedHead(strange)])
    #expect(finding(export.folder.files, other) == ExportFinding(seq: 600, .export(.pinLine)))
  }

  /// Whoever writes the kept file writes its check too: the directory must be what the leaves make.
  @Test func aDirectoryThatTheLeavesDoNotMakeIsRefused() throws {
    let export = try Self.part.get()
    let kept = try pin(export, 600)
    let base = try #require(kept.base)
    let bytes = base.roster.encoded()
    var altered = 0
    for place in bytes.indices.dropFirst(80) where place % 3 == 0 {
      var flipped = bytes
      flipped[place] ^= 1
      guard let roster = Roster(decoding: flipped), roster.size == 600,
        let pin = try? PinnedHead(kept.note, frontier: base.frontier, roster: roster)
      else { continue }
      altered += 1
      // What it counts over all entries no leaf can show: there the check of the file has to do.
      guard Self.facts(roster) != Self.facts(base.roster) else { continue }
      let book = PinBook(heads: [pin])
      #expect(finding(export.folder.files, book) != nil, "at \(place)")
    }
    #expect(altered > 20)
  }
  /// What the leaves of the directory say.
  private static func facts(_ roster: Roster) -> [String] {
    [
      "\(roster.members)", "\(roster.invitations)", "\(roster.waitingRoles)", "\(roster.logKeys)",
      "\(roster.epochs)", "\(roster.versions)", "\(String(describing: roster.schema))",
      "\(String(describing: roster.rules))", "\(roster.keys.map(\.key.text))",
    ]
  }
}
