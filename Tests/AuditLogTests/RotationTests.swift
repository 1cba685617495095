import AuditLog
import Sealing
import Testing

/// A log whose key was changed, and everybody outside who must follow it.
@Suite struct RotationTests {
  /// Six hundred entries; the log's key is changed at 300 and at 450.
  static let export = Result { try made() }
  static let rotations = [300, 450]

  static func made(from: Int = 0) throws -> SampleExport {
    var vault = try SampleVault()
    for seq in rotations {
      try vault.work(seq - vault.log.size)
      try vault.log.rotateLogKey("log from \(seq)", by: seq == 300 ? vault.admin : vault.lead)
    }
    try vault.work(599 - vault.log.size)
    try vault.log.append(Act.auditExport, by: vault.lead) { $0.kind = "log" }
    let made = vault
    return try SampleExport(vault, from: from) { writer, tree in
      for size in [200, 301, 400, 451] {
        writer.addPin(try SampleExport.head(size, tree.root(size), made))
      }
      let witness = try NoteKey(
        name: "auditor.example/w1", algorithm: .cosignature, key: Person("witness").key.publicKey)
      let head = try SampleExport.head(350, tree.root(350), made)
      writer.addCosignature(try ExportVerifierTests.cosigned(head), by: witness)
    }
  }

  private func pin(_ export: SampleExport, _ size: Int) throws -> PinnedHead {
    var (frontier, roster) = (Frontier(), Roster(origin: export.vault.log.origin))
    for leaf in export.vault.log.leaves.prefix(size) {
      frontier.append(Tree.leafHash(leaf))
      try roster.apply(Leaf(parsing: leaf))
    }
    return try PinnedHead(export.head(size), frontier: frontier, roster: roster)
  }

  // MARK: The head

  /// Each head of each size, by the key in force, and by the one before too where it was changed.
  @Test func everyHeadIsAcceptedByTheKeyInForceAlone() throws {
    var vault = try SampleVault()
    let first = vault.log.log
    func finding(_ head: [UInt8]) throws -> Finding? {
      try Spoiled.finding(vault.log.leaves, head: head, origin: vault.log.origin)
    }
    func signed(_ log: Person, besides old: Person? = nil) throws -> [UInt8] {
      let head = Checkpoint(origin: vault.log.origin, vault.log.frontier)
      guard let old else { return try head.signed(log: log.key, member: vault.lead.key).bytes }
      return try head.signed(log: log.key, oldLog: old.key, member: vault.lead.key).bytes
    }
    try vault.work(3)
    #expect(try finding(signed(first)) == nil)
    try vault.log.rotateLogKey("second", by: vault.admin)
    let second = vault.log.log
    #expect(try finding(vault.log.head(by: vault.lead)) == nil)
    #expect(try finding(signed(second))?.fault == .head(.logSignature))
    #expect(try finding(signed(first))?.fault == .head(.logSignature))
    #expect(try finding(signed(second, besides: Person("no log")))?.fault == .head(.logSignature))
    try vault.work(3)
    #expect(try finding(signed(second)) == nil)
    #expect(try finding(signed(second, besides: first)) == nil)
    #expect(try finding(signed(first))?.fault == .head(.logSignature))
  }

  // MARK: The export

  @Test func anExportHoldsEveryKey() throws {
    let export = try Self.export.get()
    #expect(export.paths.filter { $0.hasPrefix("keys/log-") }.count == 3)
    let book = PinBook(heads: try [200, 301, 400, 600].map { try PinnedHead(export.head($0)) })
    let verdict = try ExportVerifierTests.verdict(export.folder.files) {
      ($0.origin, $0.pins) = (export.vault.log.origin, book)
    }
    #expect(verdict.isProven && verdict.pins == [200, 301, 400, 600])
    #expect(verdict.strangeCosigned == [350])
  }

  /// A key signs only what it was in force for: a thief of an old one can make no newer head.
  @Test(arguments: [(400, "log"), (200, "log from 300"), (500, "log from 300")])
  func aHeadByAnotherKeyIsNoPin(size: Int, key: String) throws {
    let export = try Self.export.get()
    let note = try Checkpoint(
      origin: export.vault.log.origin, size: size, root: export.tree.root(size)
    ).signed(log: Person(key).key, member: export.vault.lead.key)
    let book = PinBook(heads: [try PinnedHead(note)])
    #expect(
      ExportVerifierTests.finding(export.folder.files) { $0.pins = book }
        == ExportFinding(seq: size, .export(.pinSignature)))
  }

  /// From a head that was kept before the key was changed, and from one after it.
  @Test(arguments: [256, 300, 301, 450, 451, 599]) func aPartIsFollowedOverTheChange(
    size: Int
  ) throws {
    let part = try Self.made(from: 290)
    let book = PinBook(heads: [try pin(part, size)])
    let verdict = try ExportVerifierTests.verdict(part.folder.files) { $0.pins = book }
    #expect(verdict.isProven && verdict.checkedFrom == size)
  }

  @Test func theProgramsFollowIt() throws {
    let export = try Self.export.get()
    let folder = try ExportOnDisk(export.folder.files)
    let book = PinBook(heads: try [200, 400].map { try PinnedHead(export.head($0)) })
    let beside = try ExportOnDisk(["pins": book.bytes])
    let words = [
      folder.path, "--origin", export.vault.log.origin, "--pin", beside.path + "/pins",
    ]
    let told = try Told.verify(words)
    #expect(told.status == 0, "\(told.errors)")
    if Told.python != nil {
      let script = try Told.script(words)
      #expect(script.status == 0, "\(script.errors)")
      // A head by the key that was in force before.
      let old = try Checkpoint(
        origin: export.vault.log.origin, size: 400, root: export.tree.root(400)
      ).signed(log: Person("log").key, member: export.vault.lead.key)
      try beside.put(PinBook(heads: [try PinnedHead(old)]).bytes, at: "pins")
      for told in [try Told.script(words), try Told.verify(words)] { #expect(told.status == 65) }
    }
  }

  /// An auditor's policy names the key of the day on which they wrote it. The entries lead from it to the one in
  /// force; from a stranger's they do not.
  @Test func aPolicyOfBeforeStillNamesTheLog() throws {
    let export = try Self.export.get()
    let origin = export.vault.log.origin
    func finding(_ person: Person) throws -> ExportFinding? {
      let key = try NoteKey(name: origin, key: person.key.publicKey)
      let policy = try WitnessPolicy(parsing: bytes("log \(key.text)\nquorum none\n"))
      return ExportVerifierTests.finding(export.folder.files) { $0.policy = policy }
    }
    for label in ["log", "log from 300", "log from 450"] {
      #expect(try finding(Person(label)) == nil, "\(label)")
    }
    #expect(
      try finding(Person("stranger")) == ExportFinding(path: "checkpoint", .export(.policyLog)))
  }

  /// Two copies, one from before the change: no key has to be named for it.
  @Test func copiesAreComparedOverTheChange() throws {
    let export = try Self.export.get()
    let (folder, old) = (
      try ExportOnDisk(export.folder.files), try ExportOnDisk(["head": export.head(200).bytes])
    )
    let told = try Told(
      running: Told.program("safekeep"),
      ["log", "compare", folder.path, old.path + "/head", "--json", "--lang", "en"])
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output.contains(#""relation":"extended""#), "\(told.output)")
    #expect(
      told.output.contains(#""signed":true"#) && !told.output.contains(#""signed":false"#),
      "\(told.output)")
  }

  // MARK: The witness

  /// Who knows only the old key is led over by the head that both signed, and by no other.
  @Test func aWitnessIsLedOver() throws {
    let export = try Self.export.get()
    let origin = export.vault.log.origin
    func key(_ label: String) throws -> NoteKey {
      try NoteKey(name: origin, key: Person(label).key.publicKey)
    }
    let (old, new) = (try key("log"), try key("log from 300"))
    let record = try WitnessRecord(logKey: old, note: export.head(250).bare())
    #expect(throws: AuditLogError.head(.logSignature)) {
      _ = try record.key(given: [new], for: export.head(301).bare())
    }
    let both = try Checkpoint(origin: origin, size: 301, root: export.tree.root(301)).signed(
      log: Person("log from 300").key, oldLog: Person("log").key, member: export.vault.lead.key)
    let proof = Tree.consistencyProof(from: 250, to: 301) { export.tree.hash($0, $1) }
    let request = WitnessRequest(oldSize: 250, hashes: proof, checkpoint: try both.bare())
    #expect(try record.key(given: [], for: request.checkpoint) == old)
    #expect(try record.key(given: [new], for: request.checkpoint) == new)
    let head = try request.verify(record: record.head, log: new)
    let next = try WitnessRecord(logKey: new, note: request.checkpoint)
    #expect(next.head == head && next.logKey == new)
    // Later heads have the new key's line alone.
    let later = Tree.consistencyProof(from: 301, to: 400) { export.tree.hash($0, $1) }
    _ = try WitnessRequest(oldSize: 301, hashes: later, checkpoint: export.head(400).bare())
      .verify(record: next.head, log: next.key(given: [], for: export.head(400)))
  }
}
