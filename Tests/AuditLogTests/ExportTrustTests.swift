import AuditLog
import Sealing
import Testing

/// What an auditor brings, held against an export.
@Suite struct ExportTrustTests {
  private func pin(_ export: SampleExport, _ size: Int, base: Bool = false) throws -> PinnedHead {
    let note = try export.head(size)
    guard base else { return try PinnedHead(note) }
    var frontier = Frontier()
    var roster = Roster(origin: export.vault.log.origin)
    for leaf in export.vault.log.leaves.prefix(size) {
      frontier.append(Tree.leafHash(leaf))
      try roster.apply(Leaf(parsing: leaf))
    }
    return try PinnedHead(note, frontier: frontier, roster: roster)
  }

  @Test func keptHeadsHoldTheLogUpToTheirSize() throws {
    let export = try ExportVerifierTests.full.get()
    let book = PinBook(heads: try [20, 1500, 2000].map { try pin(export, $0) })
    let verdict = try ExportVerifierTests.verdict(export.folder.files) { $0.pins = book }
    #expect(verdict.isProven)
    #expect(verdict.pins == [20, 1500, 2000])
  }

  /// Two heads of one size, both signed by the log: whoever holds both can prove it to anybody.
  @Test(arguments: [false, true]) func twoHeadsAreASplitView(isTreeOnly: Bool) throws {
    let export = try ExportVerifierTests.full.get()
    let other = try SampleExport.head(1500, SampleLog.grant, export.vault)
    let book = PinBook(heads: [try PinnedHead(other)])
    let finding = ExportVerifierTests.finding(export.folder.files) {
      ($0.pins, $0.isTreeOnly) = (book, isTreeOnly)
    }
    #expect(finding == ExportFinding(seq: 1500, .head(.pin)))
  }

  @Test(arguments: [false, true]) func aShorterLogIsARollback(isTreeOnly: Bool) throws {
    let export = try ExportVerifierTests.full.get()
    let newer = try SampleExport.head(2001, SampleLog.grant, export.vault)
    let book = PinBook(heads: [try PinnedHead(newer)])
    let finding = ExportVerifierTests.finding(export.folder.files) {
      ($0.pins, $0.isTreeOnly) = (book, isTreeOnly)
    }
    #expect(finding == ExportFinding(seq: 2000, .head(.rollback)))
  }

  @Test func aHeadThatTheLogNeverSignedIsNoPin() throws {
    let export = try ExportVerifierTests.full.get()
    let unsigned = try Checkpoint(
      origin: export.vault.log.origin, size: 1500, root: export.tree.root(1500)
    ).signed(log: Person("stranger").key, member: export.vault.lead.key)
    let book = PinBook(heads: [try PinnedHead(unsigned)])
    #expect(
      ExportVerifierTests.finding(export.folder.files) { $0.pins = book }
        == ExportFinding(seq: 1500, .export(.pinSignature)))
  }

  /// Whoever can write the file of heads makes no fork and no rollback of a sound log with it.
  @Test(arguments: [1500, 2001]) func aMadeUpHeadShowsNothing(size: Int) throws {
    let export = try ExportVerifierTests.full.get()
    let made = try Checkpoint(
      origin: export.vault.log.origin, size: size, root: SampleLog.grant
    ).signed(log: Person("stranger").key, member: Person("stranger").key)
    for isTreeOnly in [false, true] {
      let book = PinBook(heads: [try PinnedHead(made)])
      let finding = ExportVerifierTests.finding(export.folder.files) {
        ($0.pins, $0.isTreeOnly) = (book, isTreeOnly)
      }
      #expect(finding?.fault == .export(.pinSignature) && finding?.isOfPin == true)
    }
  }

  /// A member's line is as good as the log's: whoever has none of the log's keys has none of theirs.
  @Test(arguments: [1500, 2001]) func aMembersLineShowsIt(size: Int) throws {
    let export = try ExportVerifierTests.full.get()
    let made = try Checkpoint(
      origin: export.vault.log.origin, size: size, root: SampleLog.grant
    ).signed(log: Person("stranger").key, member: export.vault.lead.key)
    let fault = AuditLogError.head(size > 2000 ? .rollback : .pin)
    for isTreeOnly in [false, true] {
      let book = PinBook(heads: [try PinnedHead(made)])
      let finding = ExportVerifierTests.finding(export.folder.files) {
        ($0.pins, $0.isTreeOnly) = (book, isTreeOnly)
      }
      #expect(finding == ExportFinding(seq: min(size, 2000), fault))
    }
  }

  /// Also where the export begins in the middle, and no kept head is one to begin from.
  @Test func aShorterPartIsARollback() throws {
    let part = try ExportVerifierTests.full(entries: 2000, from: 1700)
    let longer = try ExportVerifierTests.full(entries: 2010)
    let book = PinBook(heads: [try pin(longer, 2005, base: true)])
    #expect(
      ExportVerifierTests.finding(part.folder.files) { $0.pins = book }
        == ExportFinding(seq: 2000, .head(.rollback)))
  }

  /// The same name under another key is another witness, and nobody that the policy knows.
  @Test func aNameIsNoWitness() throws {
    let export = try ExportVerifierTests.full.get()
    let other = try NoteKey(
      name: "auditor.example/w1", algorithm: .cosignature, key: Person("other").key.publicKey)
    for quorum in ["a", "none"] {
      let policy = try WitnessPolicy(parsing: bytes("witness a \(other.text)\nquorum \(quorum)\n"))
      let verdict = try ExportVerifierTests.verdict(export.folder.files) { $0.policy = policy }
      #expect(verdict.cosigned == [] && verdict.strangeCosigned == [1000])
    }
  }

  @Test func anExportWithoutItsBeginningGoesOnFromAPin() throws {
    let export = try ExportVerifierTests.full(entries: 2000, from: 1700)
    #expect(!export.paths.contains("tile/entries/005"))
    #expect(
      ExportVerifierTests.finding(export.folder.files)
        == ExportFinding(seq: 1536, .export(.beginning)))
    for bare in [1000, 1700] {
      let book = PinBook(heads: [try pin(export, bare), try pin(export, 1000, base: true)])
      let finding = ExportVerifierTests.finding(export.folder.files) { $0.pins = book }
      #expect(finding?.isNoExport == true)
    }
    for size in [1536, 1537, 1700, 1999, 2000] {
      let book = PinBook(heads: [
        try pin(export, size, base: true), try pin(export, 1800), try pin(export, 1000),
        try pin(export, 900),
      ])
      let verdict = try ExportVerifierTests.verdict(export.folder.files) { $0.pins = book }
      #expect(verdict.checkedFrom == size)
      // 1000 is held by the cosigned head that the export shows; of 900 it shows nothing.
      #expect(verdict.pins == Set([1000, size, 1800]).sorted())
      #expect(verdict.unseenPins == [900])
    }
  }

  @Test func oneByteFlippedInAPartIsRefused() throws {
    let export = try ExportVerifierTests.full(entries: 700, from: 600)
    let book = PinBook(heads: [try pin(export, 600, base: true)])
    #expect(ExportVerifierTests.finding(export.folder.files) { $0.pins = book } == nil)
    var dice = Dice(seed: 7)
    for (path, bytes) in export.folder.files {
      var files = export.folder.files
      let place = dice.below(bytes.count)
      files[path]?[place] ^= UInt8(1 << dice.below(8))
      #expect(
        ExportVerifierTests.finding(files) { $0.pins = book } != nil, "\(path) at \(place)")
    }
  }

  @Test func aQuorumHoldsTheLogUpToWhereItSigned() throws {
    let export = try ExportVerifierTests.full.get()
    let witness = try NoteKey(
      name: "auditor.example/w1", algorithm: .cosignature, key: Person("witness").key.publicKey)
    let other = try NoteKey(
      name: "auditor.example/w2", algorithm: .cosignature, key: Person("other").key.publicKey)
    let log = try NoteKey(name: export.vault.log.origin, key: export.vault.log.log.key.publicKey)
    let two = "witness a \(witness.text)\nwitness b \(other.text)\n"
    for (page, quorum) in [
      ("log \(log.text)\n\(two)quorum a\n", 1000), ("\(two)group g any a b\nquorum g\n", 1000),
      ("\(two)group g all a b\nquorum g\n", nil), ("\(two)quorum b\n", nil),
      ("log \(log.text)\nquorum none\n", nil), ("quorum none\n", nil),
    ] as [(String, Int?)] {
      let policy = try WitnessPolicy(parsing: bytes(page))
      let verdict = try ExportVerifierTests.verdict(export.folder.files) { $0.policy = policy }
      #expect(verdict.quorum == quorum)
      #expect(verdict.isProven == (quorum != nil))
      // The witness is told of where the policy names that very key.
      let isNamed = page.contains(witness.text)
      #expect(verdict.cosigned.map(\.time) == (isNamed ? [0x6aa2_0750] : []))
    }
    let stranger = try NoteKey(
      name: export.vault.log.origin, key: Person("stranger").key.publicKey)
    let policy = try WitnessPolicy(parsing: bytes("log \(stranger.text)\nquorum none\n"))
    #expect(
      ExportVerifierTests.finding(export.folder.files) { $0.policy = policy }
        == ExportFinding(path: "checkpoint", .export(.policyLog)))
  }

  @Test func aQuorumThatIsMissedIsNotMadeGoodByAnOrigin() throws {
    let export = try ExportVerifierTests.full.get()
    let other = try NoteKey(
      name: "w", algorithm: .cosignature, key: Person("other").key.publicKey)
    let policy = try WitnessPolicy(parsing: bytes("witness b \(other.text)\nquorum b\n"))
    let verdict = try ExportVerifierTests.verdict(export.folder.files) {
      ($0.policy, $0.origin) = (policy, export.vault.log.origin)
    }
    #expect(!verdict.isProven)
  }
}
