import AuditLog
import Sealing
import Testing

/// What the independent script says of heads that an auditor brings: whoever can write that file must not be able to
/// make a sound log look forked or cut off, and a log that was cut off must not hide behind the file.
@Suite(.enabled(if: Told.python != nil)) struct ExportScriptPinTests {
  private let export: SampleExport
  private let folder: ExportOnDisk

  init() throws {
    export = try ExportVerifierTests.full.get()
    folder = try ExportOnDisk(export.folder.files)
  }

  private func expect(
    _ status: Int32, _ said: String, _ pins: [UInt8], of log: ExportOnDisk? = nil,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let beside = try ExportOnDisk(["pins": pins])
    let words = [(log ?? folder).path, "--pin", "\(beside.path)/pins"]
    let told = try Told.script(words)
    #expect(told.status == status, "\(told.errors)", sourceLocation: place)
    #expect(told.errors.contains(said), "\(told.errors)", sourceLocation: place)
    // The other program agrees.
    #expect(try Told.verify(words).status == status, sourceLocation: place)
  }

  private func head(
    _ size: Int, _ root: Digest, log: borrowing SigningKey, member: Person? = nil
  ) throws -> SignedNote {
    try Checkpoint(origin: export.vault.log.origin, size: size, root: root)
      .signed(log: log, member: (member ?? export.vault.lead).key)
  }

  /// By a key of nobody.
  private func invented(_ size: Int, _ root: Digest = SampleLog.grant) throws -> [UInt8] {
    let stranger = try Person("stranger")
    return try head(size, root, log: stranger.key, member: stranger).bytes + [0x0a]
  }

  /// Later than the log, of another root, and of the right one: it says nothing of the log.
  @Test func aHeadThatTheLogNeverSignedIsNoHead() throws {
    for (size, root) in [
      (9000, SampleLog.grant), (1500, SampleLog.grant), (1500, export.tree.root(1500)),
    ] {
      try expect(65, "did not sign a kept head", invented(size, root))
    }
    // Of one that fits a member's line does not stand in for the log's.
    let stranger = try Person("stranger")
    let fitting = try head(1500, export.tree.root(1500), log: stranger.key)
    try expect(65, "did not sign a kept head", fitting.bytes)
    try expect(20, "ROLLBACK", head(9000, SampleLog.grant, log: export.vault.log.log.key).bytes)
    try expect(20, "SPLIT VIEW", head(1500, SampleLog.grant, log: export.vault.log.log.key).bytes)
  }

  /// An invented head makes nothing of a sound log, also beside the real one of its size; and it hides nothing of one
  /// that is not sound, wherever it stands.
  @Test(arguments: [20, 1500, 2000, 9000]) func anInventedHeadBesideAnother(size: Int) throws {
    let made = try invented(size)
    let real = try PinBook(heads: [PinnedHead(export.head(min(size, 2000)))]).bytes + [0x0a]
    try expect(65, "did not sign a kept head", made + real)
    try expect(65, "did not sign a kept head", real + made)
    let forked = try head(1500, SampleLog.grant, log: export.vault.log.log.key).bytes + [0x0a]
    try expect(20, "SPLIT VIEW at 1500", made + forked)
    try expect(20, "SPLIT VIEW at 1500", forked + made)
    let longer = try head(9001, SampleLog.grant, log: export.vault.log.log.key).bytes + [0x0a]
    try expect(20, "SPLIT VIEW at 1500", longer + forked)
    try expect(20, "ROLLBACK", made + longer)
    var files = export.folder.files
    files["tile/entries/001"]?[9000] ^= 1
    try expect(20, "DOES NOT FIT", made, of: ExportOnDisk(files))
  }

  /// Heads of several logs may lie in one file. Where all are of others, nothing is said of this one.
  @Test func headsOfOtherLogsArePassedOver() throws {
    let stranger = try Person("stranger")
    let other =
      try Checkpoint(
        origin: "safekeep/" + String(repeating: "0", count: 32), size: 3, root: SampleLog.grant
      ).signed(log: stranger.key, member: stranger.key).bytes + [0x0a]
    try expect(0, "", other + export.head(1500).bytes)
    try expect(65, "no head of this log", other)
    // One that bears no line under the name of its own log is no head.
    var bare = try SignedNote(text: export.head(1500).text)
    try bare.add(export.head(1500).signatures[1])
    try expect(65, "no line of its log", bare.bytes)
  }

  @Test func aBadLineIsTheFilesFault() throws {
    var strange = try export.head(1500)
    try strange.sign(as: "stranger", with: Person("stranger").key)
    try expect(65, "the line of stranger", strange.bytes)
    // Bits that no byte has: another spelling of the same line.
    let good = text(try export.head(1500).bytes)
    let line = try #require(good.split(separator: "\n").last { $0.hasSuffix("=") })
    let last = try #require(line.last { $0 != "=" })
    let other = String(line).replacingFirst("\(last)=", "\(Self.next(last))=")
    try expect(65, "not a pin file", bytes(good.replacingFirst(String(line), other)))
  }

  private static func next(_ letter: Character) -> Character {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return letters[((letters.firstIndex(of: letter) ?? 0) + 1) % letters.count]
  }

  /// A log that was put back does not know the key that it has got since. The directory beside the head does.
  @Test func anOlderLogDoesNotHideBehindANewKey() throws {
    var vault = try SampleExport.vault(entries: 300)
    let older = try ExportOnDisk(SampleExport(vault).folder.files)
    try vault.log.rotateLogKey("next log", by: vault.admin)
    try vault.work(3)
    let note = try SignedNote(parsing: vault.log.head(by: vault.lead))
    let pin = try PinnedHead(note, frontier: vault.log.frontier, roster: vault.log.roster)
    let beside = try ExportOnDisk(["pins": PinBook(heads: [pin]).bytes])
    let words = [older.path, "--pin", "\(beside.path)/pins"]
    for told in [try Told.script(words), try Told.verify(words)] {
      #expect(told.status == 20, "\(told.errors)")
      #expect(told.errors.contains("ROLL"), "\(told.errors)")
    }
  }

  /// Who put the log back goes on with it, and suspends whose head shows that. What the head says of itself does not
  /// matter: also without a directory beside it the member's line shows it.
  @Test(arguments: [false, true]) func aHolderWhoWasSuspendedSinceShowsIt(isEarly: Bool) throws {
    var vault = try SampleExport.vault(entries: 300)
    var older = vault
    try vault.log.rotateLogKey("next log", by: vault.admin)
    try vault.work(3)
    let size = vault.log.size
    let note = try SignedNote(parsing: vault.log.head(by: vault.worker))
    let pin = try PinnedHead(note, frontier: vault.log.frontier, roster: vault.log.roster)
    func suspend() throws {
      let worker = older.worker
      try older.log.append(Act.memberSuspend, by: older.admin) { $0.subj = worker.actor }
    }
    if isEarly { try suspend() }
    while older.log.size < size + 3 {
      try older.log.append(Act.fieldRead, by: older.lead, out: .denied) { $0.fields = ["f07"] }
    }
    if !isEarly { try suspend() }
    try older.log.append(Act.auditExport, by: older.lead) { $0.kind = "log" }
    let export = try ExportOnDisk(SampleExport(older).folder.files)
    for kept in [pin, try PinnedHead(note)] {
      try expect(20, "SPLIT VIEW at \(size)", PinBook(heads: [kept]).bytes, of: export)
    }
  }

  /// A directory that anybody can make up: the log's first key, and behind it one of their own. None whom the log knows
  /// stands behind such a head, so that it shows no rollback and no fork of a sound log.
  @Test(arguments: [false, true]) func anInventedDirectoryShowsNothing(isLonger: Bool) throws {
    let sound = try ExportOnDisk(SampleExport(SampleExport.vault(entries: 300)).folder.files)
    var made = try SampleExport.vault(entries: isLonger ? 300 : 200)
    try made.log.rotateLogKey("stranger", by: made.admin)
    try made.work(3)
    let stranger = try Person("stranger")
    let frontier = made.log.frontier
    let note = try Checkpoint(origin: made.log.origin, frontier)
      .signed(log: stranger.key, member: stranger.key)
    let pin = try PinnedHead(note, frontier: frontier, roster: made.log.roster)
    try expect(65, "did not sign a", PinBook(heads: [pin]).bytes, of: sound)
  }
}
