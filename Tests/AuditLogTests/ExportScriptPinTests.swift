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

  private func head(_ size: Int, _ root: Digest, log: borrowing SigningKey) throws -> SignedNote {
    try Checkpoint(origin: export.vault.log.origin, size: size, root: root)
      .signed(log: log, member: export.vault.lead.key)
  }

  /// Later than the log, of another root, and of the right one: it says nothing of the log.
  @Test func aHeadThatTheLogNeverSignedIsNoHead() throws {
    let stranger = try Person("stranger")
    for (size, root) in [
      (9000, SampleLog.grant), (1500, SampleLog.grant), (1500, export.tree.root(1500)),
    ] {
      try expect(65, "did not sign a kept head", head(size, root, log: stranger.key).bytes)
    }
    try expect(20, "ROLLBACK", head(9000, SampleLog.grant, log: export.vault.log.log.key).bytes)
    try expect(20, "SPLIT VIEW", head(1500, SampleLog.grant, log: export.vault.log.log.key).bytes)
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
