import AuditLog
import Sealing

extension Vault {
  /// Shows entries in order. Reading the log is itself an entry, written first and not shown.
  ///
  /// - Parameters:
  ///   - first: the first entry; negative counts from the head.
  ///   - limit: how many at most.
  public func log(
    from first: Int, limit: Int, as session: borrowing Session,
    _ show: (LogLine) throws(VaultError) -> Void
  ) throws(VaultError) -> Receipt {
    let entry = try stateReading(kind: "show", session)
    let start = first < 0 ? max(0, entry + first) : first
    let end = start + min(max(0, limit), max(0, entry - start))
    if start < end { try showLines(start..<end, session.keyring, show) }
    return Receipt(entry: entry)
  }

  func showLines(
    _ range: Range<Int>, _ keyring: Keyring, _ show: (LogLine) throws(VaultError) -> Void
  ) throws(VaultError) {
    var handles: [ActorID: String] = [:]
    try store.look { tx throws(VaultError) in
      for index in range {
        // Each is proven first: what lies before the pin was not read again by this command.
        let shown = try ledger.provenEntry(index, in: tx)
        if handles[shown.actor] == nil, let member = ledger.directory.member(shown.actor) {
          handles[shown.actor] = try handle(of: member, keyring, tx)
        }
        try show(
          LogLine(shown, handle: handles[shown.actor], tried: tried(shown, keyring, tx)))
      }
    }
  }

  /// Whose passphrase failed. The entry has the salted hash of the name that was typed, and names are
  /// compared with it, never guessed from it.
  private func tried(
    _ entry: Entry, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> LogLine.Tried? {
    guard entry.act == Act.authFail, let who = entry.who else { return nil }
    if let member = ledger.directory.member(who: who) {
      return try handle(of: member, keyring, tx).map(LogLine.Tried.handle) ?? .unknown
    }
    let invitation = ledger.roster.invitations.last { $0.who == who }
    let invited = try invitation.map { invitation throws(VaultError) in
      try handle(of: invitation, keyring, tx)
    }
    return (invited ?? nil).map(LogLine.Tried.handle) ?? .unknown
  }

  func stateReading(
    kind: String, _ session: borrowing Session
  ) throws(VaultError) -> Int {
    try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .readLog) else {
        return try context.refuse(Act.auditSearch, .role) { $0.kind = kind }
      }
      return .allowed(
        try context.append(Act.auditSearch) { entry in
          entry.kind = kind
          entry.role = role.rawValue
        })
    }
  }

  public func logStatus(as session: borrowing Session) throws(VaultError) -> LogStatus {
    let entry = try stateReading(kind: "status", session)
    let outside = try outsideHeads()
    return LogStatus(
      size: ledger.frontier.size, newest: ledger.time,
      checkpoint: String(decoding: ledger.note, as: UTF8.self),
      tail: try tail(behind: outside.reach, size: ledger.frontier.size),
      logKey: ledger.roster.logKey(size: ledger.frontier.size)?.key.text ?? "", entry: entry,
      cosigned: outside.newestCosigned, stamped: outside.stamped.last,
      stamps: outside.stamped.count, interval: outside.interval, findings: try brokenReceipts(),
      contradicted: outside.contradicted)
  }

  /// Reads the whole log and holds every case against it. The entry comes first.
  ///
  /// - Parameter book: a pin file, each of whose heads must be a beginning of the log; nil for none.
  /// - Throws: `pinFileUnreadable`, `pinFileForeign`.
  public func verifyLog(
    pins book: [UInt8]? = nil, as session: borrowing Session
  ) throws(VaultError) -> LogVerdict {
    let heads = try brought(book, for: .verifyLog, session).heads
    let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .verifyLog) else {
        return try context.refuse(Act.auditVerify, .role)
      }
      return .allowed(try context.append(Act.auditVerify) { $0.role = role.rawValue })
    }
    let outcome = try examined(
      KeptHeads(pin: ledger.begun, book: heads), opening: session.keyring)
    // Entries first: what is held against a broken log proves nothing.
    var verdict = LogVerdict(outcome, [], entry: entry)
    // Of a log that does not fit, heads hold the part that does, and nothing outside is said to hold it.
    guard verdict.findings.isEmpty else { return verdict }
    verdict.pins = try compare(heads, after: entry, for: .verifyLog, session)
    verdict.findings = verdict.pins.compactMap(\.finding)
    if verdict.findings.isEmpty {
      let outside = try outsideHeads()
      verdict.tail = try tail(behind: outside.reach, size: verdict.size)
      verdict.contradicted = outside.contradicted
      verdict.putBack = putBackEntries
    }
    return verdict
  }

  /// The same without an unlocked member and without an entry, for a log that is too broken to append to:
  /// it shows no case, only which entry does not fit.
  public func examineBrokenLog() throws(VaultError) -> LogVerdict {
    LogVerdict(try examined(KeptHeads(), opening: nil), [], entry: nil)
  }

  /// Everything that the file says, held against the log; and what whoever looks can open, opened. Their entry comes
  /// first.
  func examined(
    _ kept: KeptHeads = KeptHeads(), opening keyring: Keyring?
  ) throws(VaultError) -> Examination.Outcome {
    try Examination(
      vault: id, store: store, custody: custody, fields: fields, kept: kept, keyring: keyring
    ).run()
  }
}

extension LogLine {
  init(_ entry: Entry, handle: String?, tried: Tried?) {
    self.init(
      seq: entry.seq, time: entry.t, act: entry.act, outcome: entry.out.rawValue,
      reason: entry.why?.rawValue, actor: entry.actor.description, handle: handle,
      tried: tried, role: entry.role, purpose: entry.purp, file: entry.rec?.hex,
      fields: entry.fields ?? [],
      kind: entry.kind, count: entry.n, by: entry.by, ref: entry.ref)
  }
}
