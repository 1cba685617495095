import ArgumentParser
import Vault

/// `safekeep vault restore RECORDS --custody FILE`: a vault made again, in a new directory, from backups
/// that are proved first. An administrator does it and thereby asks an auditor, who gives it; where none is left, a trustee
/// with two shares of the root seed.
struct VaultRestore: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .vaultRestore,
    example:
      "safekeep vault restore r.backup --custody c.backup --vault new --as an")

  @Argument(help: .of({ $0.argumentRecordsBackup }, "file"), completion: .file()) var records:
    String
  @Option(help: .of({ $0.optionRestoreCustody }, "file"), completion: .file()) var custody: String
  @Option(help: .of({ $0.optionNewer }, "dir"), completion: .directory) var newer: String?
  @Option(help: .of({ $0.optionRestorePin }, "file"), completion: .file()) var pin: String?
  @Flag(help: .of({ $0.optionAcceptRollback })) var acceptRollback = false
  @Flag(help: .of({ $0.optionAcceptGaps })) var acceptGaps = false
  @Flag(help: .of({ $0.optionRootShares })) var rootShares = false
  @Option(help: .of({ $0.optionConfirmRestore }, "id")) var confirm: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    try Places.ensure(desk.places.pins, "state")
    desk.tellLeftParts(beside: [desk.vaultPath, records, custody])
    let plan = try plan(desk)
    let restored: Restored
    do {
      if let newer, Vault.exists(at: newer), try Vault.isCustodyLost(at: newer) == false {
        restored = try restore(plan, beside: newer, desk)
      } else {
        restored = try restore(plan, desk)
      }
    } catch { throw Self.asked(error) }
    try desk.show(Self.report(restored, desk.words))
    if let left = restored.leftover { throw Fault.of(VaultError.notAllErased(entry: left)) }
  }

  private func plan(_ desk: Desk) throws(Fault) -> RestorePlan {
    var plan = RestorePlan(
      records: records, custody: custody, place: desk.vaultPath, handle: try desk.handle(),
      pins: desk.places.pins)
    plan.heads = try pin.map { path throws(Fault) in
      try InputFile.readPlain(path, limit: LogPin.limit)
    }
    (plan.newer, plan.acceptsRollback, plan.acceptsGaps) = (newer, acceptRollback, acceptGaps)
    return plan
  }

  /// Nothing is there of the vault but what is brought: whoever restores unlocks in what is restored.
  private func restore(_ plan: RestorePlan, _ desk: Desk) throws -> Restored {
    let restoration = try Restoration(plan, now: Desk.now)
    let handle = plan.handle
    try confirm(
      restoration.vault.origin, entries: restoration.entries, isBackup: restoration.isOfBackup, desk
    )
    let session = try Self.ofThen { () throws(Fault) in
      try desk.withPassphrase(restoration.vault, handle) {
        try restoration.vault.unlock(handle, passphrase: $0)
      }
    }
    guard rootShares else { return try restoration.finish(as: session) }
    try restoration.checkShares(as: session)
    return try restoration.finish(
      as: session, with: desk.typedShares(for: .root, restoration.vault, session))
  }

  /// A vault is there, whose log is told of it and knows what was destroyed since.
  private func restore(
    _ plan: RestorePlan, beside path: String, _ desk: Desk
  ) throws -> Restored {
    let today = try Vault(opening: path, pins: desk.places.pins, now: Desk.now)
    // What is confirmed is what is restored, whatever lies beside it; of what is no backup the log is told too.
    let origin = (try? Vault.origin(ofBackup: plan.records)) ?? today.origin
    try confirm(origin, entries: nil, desk)
    do {
      let session = try desk.withPassphrase(today, plan.handle) {
        try today.unlock(plan.handle, passphrase: $0)
      }
      guard rootShares else { return try today.restore(plan, as: session) }
      try today.checkShares(for: .root, as: session)
      return try today.restore(
        plan, as: session, with: desk.typedShares(for: .root, today, session))
    } catch VaultError.noted(let refused, let entry) {
      throw VaultError.noted(refused, entry: entry)
    } catch {
      // The log of another vault is told of it where who restores is let in there; it is refused all the same.
      guard today.origin == origin else { throw VaultError.backup(.otherVault) }
      throw error
    }
  }

  private func confirm(
    _ origin: String, entries: Int?, isBackup: Bool = true, _ desk: Desk
  ) throws(Fault) {
    // The name of the log is `safekeep/` and the vault's id.
    let whole = String(origin.drop { $0 != "/" }.dropFirst())
    let id = String(whole.prefix(8))
    try desk.confirm(
      confirm, accepted: [id, whole],
      desk.words.typeVaultToRestore(id: id, entries: entries, isBackup: isBackup))
  }

  /// Who came after the backup is nobody there, and their passphrase of today opens nothing.
  private static func ofThen<Result: ~Copyable>(
    _ unlock: () throws(Fault) -> Result
  ) throws(Fault) -> Result {
    do { return try unlock() } catch {
      guard error.status == .passphrase else { throw error }
      throw error.hinted { $0.restoredPassphraseHint }
    }
  }

  /// What is older than somebody remembers is refused, and the way to go on all the same is this command's.
  private static func asked(_ error: any Error) -> Fault {
    switch error {
    case VaultError.rolledBack(let size, let pinned): .olderBackup(size, pinned, nil)
    case VaultError.noted(.rolledBack(let size, let pinned), let entry):
      .olderBackup(size, pinned, entry)
    default: .of(error)
    }
  }
}

extension VaultRestore {
  private static func report(_ done: Restored, _ words: any Words) -> Report {
    let taken = TakenReport(done, words)
    return Report(
      fields: [
        .init("entries", words.label(.size), .integer(done.backedUp)),
        .init(
          "made", words.backupMadeLabel,
          done.made.map { .moment(WallTime(milliseconds: $0)) } ?? .none),
        .init("remembered", words.label(.pin), done.remembered.map(Cell.integer) ?? .none),
        .init("cases", words.label(.cases), .integer(done.cases)),
        .init("erased", words.erasedSinceLabel, taken.destroyed(done.erased)),
        .init("handed_over", words.handedOverSinceLabel, taken.destroyed(done.handedOver)),
        .init("parts", words.partsSinceLabel, taken.destroyed(done.parts)),
        .init("hidden", words.hiddenSinceLabel, taken.destroyed(done.hidden)),
        .init("gaps", words.gapsLabel, .integer(done.gaps)),
      ] + taken.counts + [
        .init("findings", words.label(.found), .integer(done.findings)),
        .unlooked(done.unlooked, words),
        .init("acceptance", words.label(.waiting), .integer(done.acceptance)),
        .init("entry", words.label(.entry), .integer(done.entry)),
      ] + searched(done.searched, words) + taken.named,
      notes: notes(done, words))
  }

  /// Only where something was destroyed again.
  private static func searched(
    _ searched: SearchedFiles?, _ words: any Words
  ) -> [Report.Field] {
    guard let searched else { return [] }
    return [
      .init("files", words.erasureFiles, .list(searched.files.map(Cell.text))),
      .init("searched", words.label(.time), .moment(WallTime(milliseconds: searched.time))),
    ] + ErasureReport(words).left(searched.left)
  }

  private static func notes(_ done: Restored, _ words: any Words) -> [String] {
    var notes = [
      done.made == nil
        ? words.restoredAsTheyAre(entry: done.entry, of: done.backedUp)
        : words.restored(entry: done.entry, of: done.backedUp)
    ]
    if let remembered = done.remembered {
      notes.append(words.givenUp(entries: remembered - done.backedUp))
    }
    if done.erased > 0 { notes.append(words.erasedAgain(done.erased)) }
    if done.parts > 0 { notes.append(words.partsErasedAgain(done.parts)) }
    if done.hidden > 0 { notes.append(words.hiddenAgain(done.hidden)) }
    if let searched = done.searched { notes.append(ErasureReport(words).found(searched)) }
    if done.unindexed > 0 { notes.append(words.indexGone(done.unindexed)) }
    if let custody = done.custodyBehind {
      notes.append(words.custodyIsOlder(custody, than: done.generation))
    }
    if done.gaps > 0 { notes.append(words.casesWithoutKeys(done.gaps)) }
    notes += TakenReport(done, words).notes
    if done.findings > 0 { notes.append(words.verifyRestored) }
    return notes + words.unlooked(done.unlooked) + [
      done.lacksAuditor
        ? words.restoreLacksAuditor(entry: done.acceptance)
        : words.restoreWaits(entry: done.acceptance),
      words.destroyRestoredFrom,
    ]
  }
}

extension Fault {
  fileprivate static func olderBackup(_ size: Int, _ pinned: Int, _ entry: Int?) -> Fault {
    let fault = Fault(
      .logBroken,
      details: [
        .init("reason", .string(LogFault.rollback.rawValue)), .init("size", .integer(size)),
        .init("pinned", .integer(pinned)),
      ], hint: { $0.olderBackupHint }
    ) { $0.olderBackup(size: size, remembered: pinned) }
    return entry.map { fault.recorded(in: $0) } ?? fault
  }
}
