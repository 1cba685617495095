import AuditLog
import Sealing

/// A restore on its way: the backups read and proved, a vault made of them that nobody sees yet. Once an
/// administrator is unlocked in it, `finish` states the restore in its log and gives it its place.
public final class Restoration {
  /// What is being restored; to unlock somebody in.
  public let vault: Vault
  /// How many entries the backup has.
  public let entries: Int

  private let staged: StagedFolder
  let records: BroughtRecords
  /// False for the records of a vault whose custody is lost.
  public var isOfBackup: Bool { records.backup != nil }
  let custodyBackup: BackupFile?
  let newer: NewerLog?
  /// What custody had destroyed when it was brought, and what the log of the records states.
  private let generations: (custody: Int, log: Int)
  var isCustodyAhead: Bool { generations.custody > generations.log }
  private let acceptsGaps: Bool

  /// Reads and proves everything; nothing is at the new place yet.
  ///
  /// - Throws: `.backup`; `alreadyThere`; `custodyOfAnotherVault`, `custodyAltered`; `logBroken`;
  ///   `rolledBack` or `splitView` where a head or a newer log contradicts the backup.
  public convenience init(
    _ plan: RestorePlan, now: @escaping @Sendable () -> Int
  ) throws(VaultError) {
    try self.init(plan, now: now) { head throws(VaultError) in
      guard let path = plan.newer else { return nil }
      guard VaultFolder.exists(at: path) else { return try NewerLog(export: path, after: head) }
      return try NewerLog(records: VaultFolder(path).records, after: head)
    }
  }

  init(
    _ plan: RestorePlan, now: @escaping @Sendable () -> Int,
    newer: (Checkpoint) throws(VaultError) -> NewerLog?
  ) throws(VaultError) {
    var made: StagedFolder?
    records = try BroughtRecords(plan.records) { () throws(VaultError) in
      let staged = try StagedFolder(for: plan.place)
      made = staged
      return staged.folder.records
    }
    guard let staged = made else { throw .backup(.unwritable) }
    custodyBackup = try Self.stageCustody(plan, records, staged.folder.custody)
    try Self.checkSound(staged.folder)
    vault = try Vault(opening: staged.folder.path, pins: plan.pins, now: now)
    (vault.keepsPins, vault.isBeingRestored) = (false, true)
    vault.acceptsRollback = plan.acceptsRollback
    (self.staged, entries) = (staged, records.head.size)
    acceptsGaps = plan.acceptsGaps
    self.newer = try newer(records.head)
    generations = try Self.prove(vault, records, custodyBackup)
    try hold(against: plan)
  }

  private static func stageCustody(
    _ plan: RestorePlan, _ records: BroughtRecords, _ place: String
  ) throws(VaultError) -> BackupFile? {
    guard BackupFile.isOne(plan.custody) else {
      // The custody file of a vault whose records are lost.
      try CustodyFile.copy(at: plan.custody, to: place)
      return nil
    }
    let custody = try VaultError.ofBackup { () throws(BackupFault) in
      try BackupFile(plan.custody, .custody)
    }
    guard custody.manifest.origin == records.head.origin else { throw .custodyOfAnotherVault }
    try custody.extract(to: place)
    return custody
  }

  private static func checkSound(_ folder: VaultFolder) throws(VaultError) {
    for path in [folder.records, folder.custody] {
      guard try SQLiteCopy.isSound(path) else { throw .backup(.integrity) }
    }
  }

  /// The log from its first entry, with every signature; its head is the one that the backup states; who
  /// signed the manifest is of that log. Then custody is fitted to it.
  ///
  /// - Returns: the generations of the two as they were brought: what custody is of before it is behind no more.
  private static func prove(
    _ vault: Vault, _ records: BroughtRecords, _ custodyBackup: BackupFile?
  ) throws(VaultError) -> (custody: Int, log: Int) {
    guard vault.origin == records.head.origin else { throw .backup(.damaged) }
    let log = Ledger(origin: vault.origin, now: vault.now)
    return try vault.store.transaction { tx throws(VaultError) in
      try log.catchUp(tx, signatures: .all)
      guard log.note == records.note else { throw .backup(.damaged) }
      if let backup = records.backup {
        try checkSigner(of: backup, log.roster, mustBeKnown: true)
      }
      if let custodyBackup {
        try checkSigner(
          of: custodyBackup, log.roster,
          mustBeKnown: custodyBackup.head.size <= records.head.size)
      }
      let generation = log.directory.generation
      let brought = try vault.custody.currentGeneration()
      try CustodyFit(custody: vault.custody, tx: tx).fit(
        generation: generation, logKey: log.logKey)
      return (brought, generation)
    }
  }

  /// A custody backup that is younger than the records may be by somebody whom their log does not know; its
  /// constants are what shows whose it is.
  private static func checkSigner(
    of backup: BackupFile, _ roster: Roster, mustBeKnown: Bool
  ) throws(VaultError) {
    var isKnown = false
    for (_, key) in roster.keys {
      switch backup.signed.verdict(of: key) {
      case .valid: isKnown = true
      case .absent: continue
      case .invalid: throw .backup(.damaged)
      }
    }
    guard isKnown || !mustBeKnown else { throw .backup(.unsigned) }
  }

  /// Holds the backup against heads that somebody kept, a newer log, and what the client of who restores
  /// remembers.
  private func hold(against plan: RestorePlan) throws(VaultError) {
    let heads: [PinnedHead]
    do { heads = try plan.heads.map { try PinBook(parsing: $0).heads } ?? [] } catch {
      throw .pinFileUnreadable
    }
    let (held, isForked) = try vault.store.look {
      tx throws(VaultError) -> (HeldHeads, Bool) in
      try vault.catchUp(tx)
      return (try vault.compare(heads, tx), try self.isForked(tx))
    }
    let shown = held.checked.filter { ![.unsigned, .another].contains($0.verdict) }
    if let forked = shown.filter({ $0.verdict == .splitView }).map(\.size).min() {
      throw .splitView(size: entries, pinned: forked)
    }
    if isForked { throw .splitView(size: entries, pinned: newer?.size ?? 0) }
    let remembered = (shown.map(\.size) + [newer?.size ?? 0]).max() ?? 0
    guard remembered <= entries || vault.acceptsRollback
    else { throw .rolledBack(size: entries, pinned: remembered) }
    try held.checkAll()
    _ = try vault.resume(handle: plan.handle)
    let most = max(remembered, vault.putBack?.remembered ?? 0)
    self.remembered = most > entries ? most : nil
  }

  /// Whether neither of the two logs goes on from the other. One that is the shorter knows nothing that the
  /// backup does not.
  private func isForked(_ tx: Transaction) throws(VaultError) -> Bool {
    guard let newer else { return false }
    if let root = newer.root { return root != records.head.root }
    return try vault.ledger.root(size: newer.size, in: tx) != newer.end
  }

  /// The most entries that anybody remembers, where it is more than there are.
  private(set) var remembered: Int?

  // MARK: The end

  /// States the restore, asks an auditor for it, destroys again what was destroyed since, holds everything
  /// against the log, and gives the vault its place.
  ///
  /// - Parameter shares: two of the root seed, where a trustee restores because no administrator of the log is left.
  /// - Throws: `.backup` with `notAdministrator`, `custodyBehind` or `keysMissing`; `share`; nothing is at the place then.
  public func finish(
    as session: borrowing Session, with shares: [BroughtShare] = []
  ) throws(VaultError) -> Restored {
    let stated: Stated
    do { stated = try state(as: session, shares) } catch .denied {
      throw .backup(.notAdministrator)
    } catch .noted(.share(let fault), _) {
      // The log with its entry is thrown away.
      throw .share(fault)
    }
    try vault.sweep(session)
    let searched = try vault.searchRestored(for: stated.again.scan, session)
    let left = try filesWithoutKey()
    let gaps = left.count
    if let misfit = misfit(gaps), !acceptsGaps { throw .backup(misfit) }
    try RestoreGaps(
      files: left, restore: stated.entry, acceptance: stated.acceptance, role: stated.role
    ).state(in: vault, as: session)
    let found = try vault.examined(opening: session.keyring)
    if let broken = found.findings.first(where: \.isOfLog) { throw .logBroken(at: broken.entry) }
    let leftover = try vault.concludeRestored(
      searched, in: stated.entry, as: stated.role, session)
    try staged.publish()
    let (cases, unindexed) = try vault.store.look { tx throws(VaultError) in
      (try tx.fileCount(), try tx.countUnindexed())
    }
    return Restored(
      backedUp: entries, made: records.backup?.manifest.made,
      remembered: remembered, cases: cases,
      erased: stated.again.erased, handedOver: stated.again.handedOver, parts: stated.again.parts,
      hidden: stated.again.hidden,
      gaps: gaps, custodyBehind: generations.custody < generations.log ? generations.custody : nil,
      generation: generations.log, unindexed: unindexed,
      isUntold: isUntold,
      suspended: suspended, taken: try taken(stated.again.casesAgain, session),
      restricted: stated.again.restricted, withdrawn: stated.again.withdrawn,
      emergencies: stated.again.emergencies, reopened: stated.again.reopened,
      findings: max(0, found.findings.count - gaps), unlooked: found.unlooked,
      entry: stated.entry, acceptance: stated.acceptance, lacksAuditor: lacksAuditor(session),
      searched: searched, leftover: leftover)
  }

  /// That the two are not of one time is said also where every case opens: what the older custody lacks, nobody else
  /// may see in time.
  private func misfit(_ gaps: Int) -> BackupFault? {
    if generations.custody < generations.log {
      return .custodyBehind(
        custody: generations.custody, records: generations.log, cases: gaps)
    }
    return gaps > 0 ? .keysMissing(cases: gaps) : nil
  }

  /// The latest directory that anything tells of: that of a newer log, or what the client of who restores remembers.
  var latestRoster: Roster? {
    [newer?.roster, vault.putBack?.pin.roster].compactMap { $0 }.max { $0.size < $1.size }
  }

  /// Nothing is gone of the records of a vault that nobody remembers more of.
  private var isUntold: Bool {
    newer.map { remembered ?? 0 > $0.size } ?? (isOfBackup || remembered != nil)
  }

  /// How many were suspended after the backup; nil where nothing tells of all that anybody remembers.
  private var suspended: Int? {
    guard let roster = latestRoster, roster.size >= remembered ?? 0 else {
      return isUntold || remembered != nil ? nil : 0
    }
    return roster.members.count { $0.suspended ?? 0 >= entries }
  }

  private func taken(
    _ cases: [MemberID: Int], _ session: borrowing Session
  ) throws(VaultError) -> [TakenSince] {
    guard let roster = latestRoster else { return [] }
    return try StaffSince(
      vault: vault, roster: roster, newer: newer, keyring: session.keyring
    ).taken(cases)
  }

  private func filesWithoutKey() throws(VaultError) -> [Int] {
    try vault.store.look { tx throws(VaultError) in
      let fit = CustodyFit(custody: vault.custody, tx: tx)
      var (left, last) = ([Int](), 0)
      while case let keys = try tx.fileKeys(after: last, limit: 512), let newest = keys.last {
        last = newest
        for key in keys {
          if let file = try tx.file(key: key), try fit.opens(file) == false { left.append(key) }
        }
      }
      return left
    }
  }
}

extension LogFinding {
  /// Whether it is the log itself that does not fit, and not what lies beside it.
  fileprivate var isOfLog: Bool {
    let head = code.prefix { $0 != "." }
    return ["chain", "entry", "note", "signer", "directory", "head", "stored"].contains(head)
  }

  fileprivate var entry: Int? { if case .entry(let entry) = subject { entry } else { nil } }
}
