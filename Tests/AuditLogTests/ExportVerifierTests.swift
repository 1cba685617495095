import AuditLog
import Sealing
import Testing

@Suite struct ExportVerifierTests {
  /// An export with everything that may lie beside a log: kept heads, a cosignature, field table, handles,
  /// report. It is made once: two thousand entries are signed in it.
  static let full = Result { try full(entries: 2000) }

  static func full(entries: Int, from: Int = 0) throws -> SampleExport {
    var vault = try SampleVault(schema: schema.digest)
    try vault.work(entries - vault.log.size - 2)
    let witness = try NoteKey(
      name: "auditor.example/w1", algorithm: .cosignature, key: Person("witness").key.publicKey)
    try vault.log.append(Act.cosignReceipt, by: vault.lead) {
      ($0.vkey, $0.ref, $0.sum) = (witness.text, entries / 2 - 1, SampleLog.grant)
    }
    try vault.log.append(Act.auditExport, by: vault.lead) { $0.kind = "log" }
    let (lead, made) = (vault.lead.actor, vault)
    return try SampleExport(vault, from: from) { writer, tree in
      writer.addPin(try SampleExport.head(entries / 4, tree.root(entries / 4), made))
      let head = try SampleExport.head(entries / 2, tree.root(entries / 2), made)
      writer.addCosignature(try cosigned(head), by: witness)
      writer.addSchema(schema.bytes)
      writer.addHandles(HandlePage(salt: SampleVault.salt, handles: [lead: "lead"]).bytes)
      writer.addReport(bytes("a report\n"))
    }
  }

  static let schema = FieldTablePage(rows: [
    .init(id: 7, entity: 2, fieldClass: 1, readers: 2047, writers: 3)
  ])

  /// The lines under a head but the log's are a witness's.
  static func cosigned(_ head: SignedNote) throws -> SignedNote {
    var note = try SignedNote(text: head.text)
    try note.add(head.signatures[0])
    let witness = try Person("witness")
    let signer = try NoteKey(
      name: "auditor.example/w1", algorithm: .cosignature, key: witness.key.publicKey)
    let time = [UInt8](repeating: 0, count: 4) + [0x6a, 0xa2, 0x07, 0x50]
    let message = bytes("cosignature/v1\ntime \(0x6aa2_0750)\n") + note.text
    try note.add(
      NoteSignature(name: signer.name, keyID: signer.id, blob: time + witness.key.sign(message)))
    return note
  }

  static func verdict(
    _ files: [String: [UInt8]], _ trust: (inout ExportTrust) -> Void = { _ in }
  ) throws(ExportFinding) -> ExportVerdict {
    var given = ExportTrust()
    trust(&given)
    return try ExportVerifier.verify(paths: Array(files.keys), trust: given) { files[$0] }
  }

  static func finding(
    _ files: [String: [UInt8]], _ trust: (inout ExportTrust) -> Void = { _ in }
  ) -> ExportFinding? {
    do {
      _ = try verdict(files, trust)
      return nil
    } catch {
      return error
    }
  }

  @Test func aSoundExportFits() throws {
    let export = try Self.full.get()
    let verdict = try Self.verdict(export.folder.files)
    #expect(verdict.scope.size == 2000)
    #expect(verdict.root == export.vault.log.frontier.root)
    #expect(!verdict.isProven)
    // A key that only the export brings may bear any name.
    #expect(verdict.cosigned == [] && verdict.strangeCosigned == [1000])
    #expect(try Self.verdict(export.folder.files) { $0.origin = export.vault.log.origin }.isProven)
    #expect(
      Self.finding(export.folder.files) { $0.origin = "safekeep/other" }?.fault == .head(.origin))
  }

  @Test func oneByteFlippedAnywhereIsRefused() throws {
    let export = try Self.full.get()
    var dice = Dice(seed: 20_261_122)
    let sizes = export.folder.files.sorted { $0.key < $1.key }.map { ($0.key, $0.value.count) }
    // Half by bytes, which are mostly entries, and half by files, which are mostly not.
    for round in 0..<200 {
      var place = round % 2 == 0 ? dice.below(sizes.reduce(0) { $0 + $1.1 }) : 0
      var path = sizes[dice.below(sizes.count)].0
      if round % 2 == 0 {
        for (name, size) in sizes {
          if place < size {
            path = name
            break
          }
          place -= size
        }
      } else {
        place = dice.below(export.folder.files[path]?.count ?? 0)
      }
      var files = export.folder.files
      files[path]?[place] ^= UInt8(1 << dice.below(8))
      #expect(Self.finding(files) != nil, "\(path) at \(place)")
    }
  }

  @Test func aFlippedEntryIsNamedByItsNumber() throws {
    let export = try Self.full.get()
    for seq in [0, 3, 254, 255, 256, 1000, 1999] {
      var files = export.folder.files
      let tile = Tile(level: nil, index: seq / 256, width: min(256, 2000 - seq / 256 * 256))
      let leaf = export.vault.log.leaves[seq]
      let changed = try #require(replacing(#""t":17"#, with: #""t":18"#, in: leaf))
      let bundle = try #require(files[tile.path])
      files[tile.path] = replacing(text(leaf), with: text(changed), in: bundle)
      #expect(Self.finding(files)?.seq == seq)
    }
  }

  @Test func everyFileIsMissed() throws {
    let export = try Self.full.get()
    for path in export.paths {
      var files = export.folder.files
      files[path] = nil
      let finding = try #require(Self.finding(files), "\(path)")
      #expect(finding.isNoExport == (path == "manifest" || path == "checkpoint"))
    }
  }

  @Test(arguments: [
    "new.txt", "tile/0/100", "tile/3/000.p/1", "keys/log-1.vkey", "directory/100.leaf",
    "pins/12.checkpoint", "tile/0/000.p/3", "consistency/3-2000",
  ])
  func whatIsNotAccountedForIsRefusedByName(path: String) throws {
    var files = try Self.full.get().folder.files
    files[path] = [1]
    if path.hasPrefix("directory") { files["directory/100.tlog-proof"] = [1] }
    let finding = try #require(Self.finding(files))
    #expect(finding == ExportFinding(path: path, .export(.unlisted)))
  }

  /// Whoever has the log key takes an entry out and makes everything anew that the log key can make.
  @Test func anEntryRemovedAndTheTreeSignedAnewIsRefused() throws {
    let export = try Self.full.get()
    let vault = export.vault
    var leaves = vault.log.leaves
    leaves.remove(at: 100)
    let (tree, folder, spoiled) = (SampleTree(leaves), SampleFolder(), leaves)
    let head = try SampleExport.head(1999, tree.root(1999), vault)
    var roster = Roster(origin: vault.log.origin)
    for leaf in vault.log.leaves.dropLast() { try roster.apply(Leaf(parsing: leaf)) }
    var writer = ExportWriter<Never>(
      head: head, scope: ExportScope(origin: vault.log.origin, size: 1999), roster: roster,
      leaves: { Array(spoiled[$0]) }, hash: { tree.hash($0, $1) }, read: { _ in nil },
      write: { folder.put($0, $1) })
    writer.writeKeys()
    _ = writer.writeLog()
    let isFinished = writer.finish(signer: vault.lead.key)
    #expect(isFinished)
    #expect(Self.finding(folder.files) == ExportFinding(seq: 100, .chain(.seq)))
    // The tree alone is without a fault: that is why it is not enough.
    let treeOnly = try Self.verdict(folder.files) { $0.isTreeOnly = true }
    #expect(!treeOnly.isProven)
    let disk = try ExportOnDisk(folder.files)
    let told = try Told.verify([disk.path, "--origin", vault.log.origin])
    #expect(told.status == 20)
    #expect(told.errors.contains("at entry 100: another entry stands in its place"))
    if Told.python != nil {
      let script = try Told.script([disk.path, "--origin", vault.log.origin])
      #expect(
        script.status == 20 && script.errors.contains("entry 100: another number stands there"))
    }
  }

  @Test func theMakingOfTheExportMustBeTheLastEntry() throws {
    var vault = try SampleVault()
    try vault.work(20)
    let export = try SampleExport(vault)
    #expect(
      Self.finding(export.folder.files)
        == ExportFinding(seq: export.vault.log.size - 1, .export(.unstated)))
  }

  @Test func theManifestIsItsMakers() throws {
    let export = try Self.full.get()
    var files = export.folder.files
    let note = try SignedNote(parsing: try #require(files["manifest"]))
    let stated = try ExportManifest(parsing: note.text)
    files["manifest"] = try stated.signed(by: export.vault.worker.key).bytes
    #expect(Self.finding(files) == ExportFinding(path: "manifest", .export(.manifestSignature)))
  }
}

/// Numbers that look random and are the same in every run.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(count, 1)))
  }
}
