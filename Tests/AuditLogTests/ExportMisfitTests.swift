import AuditLog
import Sealing
import Testing

/// Parts of an export that do not belong to each other, though each is well made: the list over them is signed anew, as any
/// member who exports can.
@Suite struct ExportMisfitTests {
  private typealias Files = [String: [UInt8]]

  private static let whole = Result { try ExportVerifierTests.full(entries: 700) }
  private static let part = Result { try ExportVerifierTests.full(entries: 700, from: 600) }

  /// The files with the list made anew over them.
  private func relisted(
    _ export: SampleExport, showing more: Set<Int> = [],
    _ change: (inout Files) throws -> Void
  ) throws -> Files {
    var files = export.folder.files
    try change(&files)
    let stated = try ExportManifest(parsing: SignedNote(parsing: #require(files["manifest"])).text)
    let listed = files.filter { ExportPath($0.key).map { !$0.isBoundByTree } ?? true }
      .mapValues { Digest.of($0) }
    let list = ExportManifest(
      scope: stated.scope, shown: Set(stated.shown).union(more), files: listed)
    files["manifest"] = try list.signed(by: export.vault.lead.key).bytes
    return files
  }

  /// A head of some size that goes on with what it says of itself.
  private func pin(_ export: SampleExport, _ size: Int) throws -> PinnedHead {
    var frontier = Frontier()
    var roster = Roster(origin: export.vault.log.origin)
    for leaf in export.vault.log.leaves.prefix(size) {
      frontier.append(Tree.leafHash(leaf))
      try roster.apply(Leaf(parsing: leaf))
    }
    return try PinnedHead(export.head(size), frontier: frontier, roster: roster)
  }

  /// An entry with its proof, laid beside the log as one of the directory.
  private func lay(_ seq: Int, of export: SampleExport, into files: inout Files) throws {
    let leaves = export.vault.log.leaves
    let proof = Tree.inclusionProof(index: seq, size: leaves.count) { export.tree.hash($0, $1) }
    files[ExportPath.leaf(seq).text] = leaves[seq]
    files[ExportPath.proof(seq).text] =
      EntryProof(index: seq, hashes: proof, checkpoint: export.head).bytes
  }

  // MARK: The directory

  @Test func anEntryThatIsNoneOfTheDirectory() throws {
    let whole = try Self.whole.get()
    let files = try relisted(whole, showing: [300]) { try lay(300, of: whole, into: &$0) }
    let found = ExportVerifierTests.finding(files)
    #expect(found?.path == "directory/300.leaf" && found?.fault == .export(.unlisted))
    // Of one before the kept head nobody followed what it is.
    let part = try Self.part.get()
    let parts = try relisted(part, showing: [300]) { try lay(300, of: part, into: &$0) }
    let book = PinBook(heads: [try pin(part, 600)])
    let other = ExportVerifierTests.finding(parts) { $0.pins = book }
    #expect(other?.path == "directory/300.leaf" && other?.fault == .export(.directory))
  }

  /// Where the leaves of the directory make none, nobody says whom the log knows: of the tree alone the log keys that are
  /// shown have to do.
  @Test func headsOfALogWithoutItsDirectory() throws {
    let export = try Self.whole.get()
    let leaf = ExportPath.leaf(0).text
    let files = export.folder.files.merging([leaf: [0x61]]) { $1 }
    var trust = ExportTrust()
    (trust.isTreeOnly, trust.pins) = (true, PinBook(heads: [try PinnedHead(export.head(500))]))
    var verifier = try ExportVerifier(paths: Array(files.keys), trust: trust) { files[$0] }
    while try verifier.advance() {}
    #expect(verifier.heldSizes == [500])
    for signer in ["log", "stranger"] {
      let head = Checkpoint(origin: export.vault.log.origin, size: 500, root: SampleLog.grant)
      let note = try head.signed(log: Person(signer).key, member: Person("stranger").key)
      let book = PinBook(heads: [try PinnedHead(note)])
      let found = ExportVerifierTests.finding(files) { ($0.isTreeOnly, $0.pins) = (true, book) }
      #expect(found != nil && (found?.fault == .head(.pin)) == (signer == "log"), "\(signer)")
    }
  }

  // MARK: Heads

  @Test func aHeadOfAnotherSizeThanTheList() throws {
    let export = try Self.whole.get()
    var files = export.folder.files
    files["checkpoint"] = try export.head(699).bytes
    let found = ExportVerifierTests.finding(files)
    #expect(found?.path == "manifest" && found?.fault == .export(.manifest))
  }

  /// A part has to lead from the entry that was asked for to its head.
  @Test func aPartWithoutItsProof() throws {
    let export = try Self.part.get()
    let book = PinBook(heads: [try pin(export, 600)])
    let path = ExportPath.consistency(old: 600, new: 700).text
    #expect(export.folder.files[path] != nil)
    let files = try relisted(export) { $0[path] = nil }
    let found = ExportVerifierTests.finding(files) { $0.pins = book }
    #expect(found?.path == path && found?.fault == .export(.missing))
  }

  /// An auditor who watches other logs is not told that this one is theirs.
  @Test func aPolicyOfOtherLogs() throws {
    let export = try Self.whole.get()
    let other = try NoteKey(name: "safekeep/other", key: Person("other").key.publicKey)
    let policy = try WitnessPolicy(parsing: bytes("log \(other.text)\nquorum none\n"))
    let found = ExportVerifierTests.finding(export.folder.files) { $0.policy = policy }
    #expect(found?.path == "checkpoint" && found?.fault == .export(.policyLog))
  }

  /// A head that is later than the log goes with no export of it.
  @Test func aHeadThatIsLaterStaysBehind() throws {
    let vault = try SampleExport.vault(entries: 40)
    let witness = try NoteKey(
      name: "auditor.example/w1", algorithm: .cosignature, key: Person("witness").key.publicKey)
    let export = try SampleExport(vault) { writer, _ in
      let later = try SampleExport.head(41, SampleLog.grant, vault)
      let isTaken = writer.addCosignature(try ExportVerifierTests.cosigned(later), by: witness)
      #expect(!isTaken)
    }
    #expect(export.paths.allSatisfy { !$0.hasPrefix("cosigs/") })
  }

  // MARK: The tree alone

  /// The last entry, and every stored hash of it, are another's: the signed head is not.
  @Test func aTreeThatIsNotTheHeads() throws {
    let export = try Self.whole.get()
    var files = export.folder.files
    let bundle = Tile(level: nil, index: 2, width: 700 - 512).path
    let hashes = Tile(level: 0, index: 2, width: 700 - 512).path
    let last = try #require(export.vault.log.leaves.last)
    let changed = try #require(replacing(#""t":17"#, with: #""t":18"#, in: last))
    files[bundle] = replacing(text(last), with: text(changed), in: try #require(files[bundle]))
    files[hashes] = (files[hashes] ?? []).dropLast(32) + Tree.leafHash(changed).bytes
    let found = ExportVerifierTests.finding(files) { $0.isTreeOnly = true }
    #expect(found?.path == "checkpoint" && found?.fault == .head(.root))
  }

  @Test func aBundleThatIsCutShort() throws {
    let export = try Self.whole.get()
    let path = Tile(level: nil, index: 1, width: 256).path
    var files = export.folder.files
    files[path] = (files[path] ?? []).dropLast(3)
    let found = ExportVerifierTests.finding(files) { $0.isTreeOnly = true }
    #expect(found?.path == path)
    // What went away meanwhile is no file of an export.
    #expect(ExportFile(at: "/nowhere/at-all") == .strange)
  }
}
