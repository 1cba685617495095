import AuditLog
import Sealing

/// Examines a whole vault: the log from its first entry, and whatever lies beside it against what the
/// log says.
///
/// It never holds up writers for long, and it never holds data against a log of another moment. The log
/// is read in chunks, then the cases in small pieces; each piece is one transaction of the records file
/// that first takes in the entries written since the last. Custody needs no lock of its own: new keys are
/// there before the records that need them, and old ones are destroyed only by a transaction that comes
/// after the commit which no longer needs them, and that commit waits until the piece is done.
struct Examination {
  let vault: Identifier
  let store: Store
  /// Nil where it cannot be read: then the log is examined alone.
  let custody: Custody?
  /// The field table as the file has it; nil where it cannot be read.
  let fields: FieldTable?
  /// Heads that somebody keeps.
  let kept: KeptHeads
  /// What whoever looks can open; nil where nobody is unlocked. Whoever hands it over has written the look down.
  let keyring: Keyring?

  /// Cases examined in one transaction, some tenths of a millisecond each.
  private static let piece = 64

  struct Outcome {
    var size = 0
    var checkpoint = ""
    var cases = 0
    var findings: [LogFinding] = []
    /// What two people accepted, and is no finding.
    var gaps: [LogFinding] = []
    /// How the heads that somebody keeps stand to the entries that fit.
    var kept = KeptHeads.Found()
    /// What only others could have looked at.
    var unlooked = Unlooked()
  }

  private struct State {
    var cases: CaseExaminer?
    let look: KeyLook
    var unlooked = Unlooked()
    var last = Int.min
    var count = 0
    var found: [LogFinding] = []
    var checkpoint: String?
    /// Whether every entry was read, and what lies beside them is.
    var isBeside = false
  }

  func run() throws(VaultError) -> Outcome {
    let log = try LogExaminer(
      origin: Vault.origin(of: vault), operations: operations,
      restrictors: fields?.restrictors ?? [], classes: fields?.classes ?? [:], kept: kept.sizes)
    let look = KeyLook(keyring)
    var state = State(
      cases: custody.map {
        CaseExaminer(vault: vault, custody: $0, fields: fields, look: look)
      }, look: look)
    do {
      while state.checkpoint == nil, log.broken == nil {
        try store.look { tx throws(VaultError) in
          state.isBeside = false
          guard try log.isAtHead(of: tx) else { return }
          state.isBeside = true
          try takePiece(log, &state, tx)
        }
      }
    } catch {
      guard error.isDamage else { throw error }
      state.found.insert(damage(log, isBeside: state.isBeside), at: 0)
    }
    var outcome = Outcome(size: log.size, checkpoint: state.checkpoint ?? "", cases: state.count)
    // What lies beside a log that does not fit is held against nothing.
    let found = state.found.filter { $0.code != LogFinding.gap }
    outcome.findings = log.broken.map { [$0] + log.misfits } ?? log.misfits + found
    outcome.gaps = log.broken == nil ? state.found.filter { $0.code == LogFinding.gap } : []
    outcome.kept = kept.held(against: log)
    outcome.unlooked = state.unlooked
    return outcome
  }

  /// The file cannot be read any further. What was read so far stands.
  private func damage(_ log: LogExaminer, isBeside: Bool) -> LogFinding {
    isBeside
      ? .damaged("storage.records")
      : LogFinding(subject: .entry(log.size), code: "storage.log")
  }

  /// The codes of the fields of operations rows.
  private var operations: Set<String> {
    let rules = fields?.rules.filter { $0.fieldClass == .operations } ?? []
    return Set(rules.map { Entry.fieldCode($0.id.rawValue) })
  }

  /// The next cases; after the last of them what is of no case, and the head.
  private func takePiece(
    _ log: LogExaminer, _ state: inout State, _ tx: Transaction
  ) throws(VaultError) {
    guard let custody else {
      state.checkpoint = try log.checkpoint(tx)
      return
    }
    let keys = try tx.fileKeys(after: state.last, limit: Self.piece)
    for key in keys {
      state.last = key
      state.count += 1
      if let finding = try finding(key, log, &state.cases, tx) { state.found.append(finding) }
    }
    guard keys.isEmpty else { return }
    state.found += state.cases?.missing(log) ?? []
    let office = OfficeExaminer(
      vault: vault, custody: custody, roster: log.roster, stated: log.office, look: state.look,
      tx: tx)
    let staff = try staff(log, custody, tx)
    state.found = try office.findings() + outside(log, tx) + state.found + staff.found
    state.unlooked = try state.look.end(
      names: staff.unlooked, log.roster, custody, tx)
    state.checkpoint = try log.checkpoint(tx)
  }

  private func staff(
    _ log: LogExaminer, _ custody: Custody, _ tx: Transaction
  ) throws(VaultError) -> (found: [LogFinding], unlooked: Int) {
    let opener = keyring.map {
      HandleOpener(vault: vault, custody: custody, roster: log.roster, keyring: $0, tx: tx)
    }
    return try StaffExaminer(roster: log.roster, opener: opener).findings()
  }

  /// A file of format 1 has no such rows.
  private func outside(_ log: LogExaminer, _ tx: Transaction) throws(VaultError) -> [LogFinding] {
    guard try SQLiteFile.format(tx.db) > 1 else { return [] }
    let origin = Vault.origin(of: vault)
    let prover = HeadProver(origin: origin, frontier: log.frontier, tx: tx)
    do {
      return try OutsideExaminer(
        check: OutsideCheck(prover: prover, roster: log.roster), receipts: log.receipts, tx: tx
      ).findings()
    } catch .logBroken {
      // Stored hashes or tiles do not lead to the head: named already, or there to be named.
      return log.misfits.isEmpty
        ? [LogFinding(subject: .entry(log.size - 1), code: "stored.hash")] : []
    }
  }

  private func finding(
    _ key: Int, _ log: LogExaminer, _ cases: inout CaseExaminer?, _ tx: Transaction
  ) throws(VaultError) -> LogFinding? {
    do {
      guard let file = try tx.storedFile(key: key) else { return nil }
      return try cases?.finding(file, log, tx)
    } catch {
      // The row itself is not one; which case it was shows as the one that is missing.
      guard error.isAlteration else { throw error }
      return LogFinding(subject: .file(pseudonym: "", entry: nil), code: "case.row")
    }
  }
}

extension LogVerdict {
  init(_ outcome: Examination.Outcome, _ more: [LogFinding], entry: Int?) {
    self.init(
      size: outcome.size, checkpoint: outcome.checkpoint, pinned: outcome.kept.pinned,
      cases: outcome.cases, findings: more + outcome.findings, gaps: outcome.gaps,
      pins: outcome.kept.pins, unlooked: outcome.unlooked, entry: entry)
  }
}
