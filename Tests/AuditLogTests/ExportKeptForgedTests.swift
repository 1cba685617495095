import AuditLog
import Sealing
import Testing

/// What whoever can write an auditor's file of heads, and has no key of the log, can make a part of a sound log look like:
/// nothing. A part is followed from what such a file says.
@Suite struct ExportKeptForgedTests {
  private static let part = Result { try ExportVerifierTests.full(entries: 700, from: 600) }

  private func finding(_ heads: [PinnedHead]) throws -> ExportFinding? {
    ExportVerifierTests.finding(try Self.part.get().folder.files) {
      $0.pins = PinBook(heads: heads)
    }
  }

  /// A log of the same name with one more key, which nobody let in.
  private func invented(entries: Int, thenWork more: Int) throws -> SampleLog {
    var made = try SampleExport.vault(entries: entries)
    try made.log.rotateLogKey("stranger", by: made.admin)
    try made.work(more)
    return made.log
  }

  private func pin(_ log: SampleLog) throws -> PinnedHead {
    let stranger = try Person("stranger")
    let note = try Checkpoint(origin: log.origin, log.frontier)
      .signed(log: stranger.key, member: stranger.key)
    return try PinnedHead(note, frontier: log.frontier, roster: log.roster)
  }

  @Test func aLaterHeadCutsNothingOff() throws {
    let found = try finding([pin(invented(entries: 700, thenWork: 20))])
    #expect(found?.fault == .export(.beginning))
  }

  @Test func aHeadInItForksNothing() throws {
    let found = try finding([pin(invented(entries: 620, thenWork: 20))])
    #expect(found?.isOfPin == true)
  }

  /// A log that was put back, of which a part is shown: its directory is not that of the head, and the head is not to
  /// blame for that.
  @Test(arguments: [false, true]) func aGenuineHeadIsNotBlamed(isInvitedSince: Bool) throws {
    var (pinned, older) = (
      try SampleExport.vault(entries: 640), try SampleExport.vault(entries: 640)
    )
    if isInvitedSince {
      _ = try older.log.join("guest", as: "intake", admin: older.admin, lead: older.lead)
    } else {
      _ = try pinned.log.join("guest", as: "intake", admin: pinned.admin, lead: pinned.lead)
    }
    try pinned.work(20)
    try older.work(7)
    while older.log.size < 690 { try older.work(5) }
    try older.log.append(Act.auditExport, by: older.lead) { $0.kind = "log" }
    let note = try SignedNote(parsing: pinned.log.head(by: pinned.lead))
    let pin = try PinnedHead(note, frontier: pinned.log.frontier, roster: pinned.log.roster)
    let files = try SampleExport(older, from: 600).folder.files
    let found = ExportVerifierTests.finding(files) { $0.pins = PinBook(heads: [pin]) }
    #expect(found == ExportFinding(seq: pin.checkpoint.size, .head(.pin)))
  }

  /// A good head, beside which the directory was written anew, and behind it a head by a key of that directory.
  @Test(arguments: [698, 707]) func anotherDirectoryBesideAGoodHeadShowsNothing(size: Int) throws {
    let export = try Self.part.get()
    var frontier = Frontier()
    for leaf in export.vault.log.leaves.prefix(600) { frontier.append(Tree.leafHash(leaf)) }
    let roster = try invented(entries: 599, thenWork: 0).roster
    let good = try PinnedHead(export.head(600), frontier: frontier, roster: roster)
    let stranger = try Person("stranger")
    let note = try Checkpoint(origin: roster.origin, size: size, root: SampleLog.grant)
      .signed(log: stranger.key, member: stranger.key)
    let found = try finding([good, PinnedHead(note)])
    #expect(found == ExportFinding(seq: 600, .export(.pinCheck)))
  }
}
