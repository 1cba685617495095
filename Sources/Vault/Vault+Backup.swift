import AuditLog
import Sealing

extension Vault {
  /// How long a copy of custody may outlive the next one, in milliseconds: whoever asks that their data be
  /// deleted is owed it within twenty days (Decree 356/2025/ND-CP, the table of time limits), and until the
  /// copies of custody from before are gone it is not.
  public static let custodyRetention = 20 * 86_400_000

  /// Copies the records, custody or both into files of their own, of one moment, while others work.
  ///
  /// The entries come first. What was written is read back and the log in it held against its checkpoint;
  /// only then the files get their names, and entries with their hashes. Nothing is ever written over.
  ///
  /// - Parameter places: where each goes.
  /// - Throws: `denied`; `.backup`; where it fails after its first entry, an entry says that too.
  public func backUp(
    to places: [BackupKind: String], as session: borrowing Session,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws(VaultError) -> BackedUp {
    var drafts: [BackupDraft] = []
    for kind in BackupKind.allCases {
      if let place = places[kind] { drafts.append(try BackupDraft(kind, for: place)) }
    }
    guard !drafts.isEmpty else { throw .nothingToDo }
    let asked = try stateBackups(drafts.map(\.kind), session)
    do {
      let (moment, head) = try copyAll(drafts, progress)
      let written = try finish(drafts, moment, head, session)
      for draft in drafts { try draft.publish() }
      var made = try stateMade(written, asked, moment, head, session)
      if places[.custody] != nil { try look(session.keyring, &made) }
      return made
    } catch {
      try stateFailed(asked, session)
      throw error
    }
  }

  /// A copy of what is damaged is a good copy, and no reason to destroy the one of before; nor is one of what nobody
  /// could look at.
  private func look(_ keyring: Keyring, _ made: inout BackedUp) throws(VaultError) {
    let found = try examined(opening: keyring)
    made.ailments = found.findings.count + found.gaps.count
    made.unlooked = found.unlooked
  }

  /// - Returns: the entry of each kind.
  private func stateBackups(
    _ kinds: [BackupKind], _ session: borrowing Session
  ) throws(VaultError) -> [BackupKind: Int] {
    try act(as: session) { context throws(VaultError) -> Ruling<[BackupKind: Int]> in
      guard let role = context.role(for: .backUp) else {
        return try context.refuse(Act.vaultBackup, .role) { $0.kind = kinds[0].rawValue }
      }
      var asked: [BackupKind: Int] = [:]
      for kind in kinds {
        asked[kind] = try context.append(Act.vaultBackup) { entry in
          (entry.kind, entry.role) = (kind.rawValue, role.rawValue)
        }
      }
      return .allowed(asked)
    }
  }

  /// What was copied, as it is at that moment.
  private struct Moment {
    var formats: [BackupKind: Int]
    var generation: Int
    var time: Int
  }

  private func copyAll(
    _ drafts: [BackupDraft], _ progress: @escaping (Int) -> Void
  ) throws(VaultError) -> (Moment, Transaction.Head) {
    func take(_ tx: Transaction) throws(VaultError) -> (Moment, Transaction.Head) {
      guard let head = try tx.head() else { throw .logBroken(at: 0) }
      for draft in drafts where draft.kind == .custody {
        try custody.file.copy(to: draft.copyPath)
      }
      let formats = [BackupKind.records: Int(Schema.format), .custody: Int(CustodySchema.format)]
      return (
        Moment(formats: formats, generation: try custody.currentGeneration(), time: now()), head
      )
    }
    guard let records = drafts.first(where: { $0.kind == .records }) else {
      return try store.look { tx throws(VaultError) in try take(tx) }
    }
    return try store.copy(to: records.copyPath, progress) { tx throws(VaultError) in
      try take(tx)
    }
  }

  private typealias Written = (kind: BackupKind, digest: Digest, count: Int)

  private func finish(
    _ drafts: [BackupDraft], _ moment: Moment, _ head: Transaction.Head,
    _ session: borrowing Session
  ) throws(VaultError) -> [Written] {
    let keyring = session.keyring
    var written: [Written] = []
    for draft in drafts {
      guard try SQLiteCopy.isSound(draft.copyPath) else { throw .backup(.integrity) }
      if draft.kind == .records { try proveLog(in: draft.copyPath, head) }
      let manifest = BackupManifest(
        origin: origin, kind: draft.kind, format: moment.formats[draft.kind] ?? 0,
        entries: head.size, checkpoint: .zero, generation: moment.generation, made: moment.time,
        count: 0, digest: .zero)
      let (digest, count) = try draft.finish(
        manifest, head.note, signer: keyring.bundle.signing)
      written.append((draft.kind, digest, count))
    }
    return written
  }

  /// Reads the log in a copy from its first entry, with every signature, up to the head of that moment.
  private func proveLog(in path: String, _ head: Transaction.Head) throws(VaultError) {
    let copied = Ledger(origin: origin, now: now)
    try Store(opening: path, isExamined: true).look { tx throws(VaultError) in
      guard try tx.head() == head else { throw .backup(.notWritten) }
      try copied.catchUp(tx, signatures: .all)
    }
  }

  private func stateMade(
    _ written: [Written], _ asked: [BackupKind: Int], _ moment: Moment, _ head: Transaction.Head,
    _ session: borrowing Session
  ) throws(VaultError) -> BackedUp {
    let files = try act(as: session) { context throws(VaultError) -> Ruling<[BackedUp.File]> in
      var files: [BackedUp.File] = []
      for (kind, digest, count) in written {
        let entry = try context.append(Act.vaultBackup) { entry in
          (entry.kind, entry.ref, entry.sum) = (kind.rawValue, asked[kind], digest)
          entry.role = context.role(for: .backUp)?.rawValue
        }
        files.append(
          BackedUp.File(kind: kind, count: count, digest: digest.hex, entry: entry))
      }
      return .allowed(files)
    }
    return BackedUp(
      files: files, entries: head.size, checkpoint: String(decoding: head.note, as: UTF8.self),
      generation: moment.generation, destroyOlderBy: moment.time + Self.custodyRetention)
  }

  private func stateFailed(
    _ asked: [BackupKind: Int], _ session: borrowing Session
  ) throws(VaultError) {
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      for (kind, entry) in asked.sorted(by: { $0.value < $1.value }) {
        try context.append(Act.vaultBackup, .failed) { failed in
          (failed.kind, failed.ref, failed.why) = (kind.rawValue, entry, .state)
          failed.role = context.role(for: .backUp)?.rawValue
        }
      }
      return .allowed(())
    }
  }
}

extension Vault {
  /// Entries looked at for the last backups: a look at the status must not grow with the log.
  private static let lookedAt = 50_000

  /// When each file was last backed up, among the newest entries.
  func lastBackups(_ tx: Transaction) throws(VaultError) -> [LastBackup] {
    var found: [BackupKind: LastBackup] = [:]
    let first = max(0, ledger.frontier.size - Self.lookedAt)
    for seq in try tx.backupEntries(from: first) {
      // Proven first: what lies before the pin was not read again by this command.
      let entry = try ledger.provenEntry(seq, in: tx)
      guard entry.act == Act.vaultBackup, entry.out == .ok, entry.sum != nil,
        let kind = entry.kind.flatMap(BackupKind.init(rawValue:)), found[kind] == nil
      else { continue }
      found[kind] = LastBackup(kind: kind, entry: seq, time: entry.t)
    }
    return BackupKind.allCases.compactMap { found[$0] }
  }
}
