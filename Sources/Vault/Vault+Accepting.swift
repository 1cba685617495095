import AuditLog
import Sealing

extension Vault {
  /// The `vault.accept` that waits for an auditor; nil where none does.
  public var waitingAcceptance: Int? { ledger.roster.waitingAcceptances.last?.seq }

  /// Entries by which it was asked to go on with a log that had been put back: what was written after the copy was made,
  /// and before, is not in it. Where custody alone was lost and the records were taken as they are nothing is gone.
  public var putBackEntries: [Int] {
    ledger.roster.putBacks.filter { seq in
      // What cannot be read is told.
      (try? store.look { tx throws(VaultError) in try ledger.provenEntry(seq, in: tx).n }) != 0
    }
  }

  /// How many cases the restore that an acceptance is asked for left without a key: who gives it accepts that too.
  public func casesLeft(by acceptance: Int) throws(VaultError) -> Int {
    try store.look { tx throws(VaultError) in
      var cases: Set<Identifier> = []
      // Where the first ask was refused, another one asks for the same restore.
      let first = ledger.roster.putBacks.first ?? acceptance
      try tx.eachLeaf(from: first, below: ledger.frontier.size) { _, bytes throws(VaultError) in
        guard let entry = try? Leaf(parsing: bytes).entry, entry.act == Act.vaultRestore
        else { return }
        if entry.kind == BackupKind.records.rawValue { cases = [] }
        guard entry.kind == StatedGaps.kind, let by = entry.by, by <= acceptance,
          let rec = entry.rec
        else { return }
        cases.insert(rec)
      }
      return cases.count
    }
  }

  /// How many entries the log has, as far as it was read.
  public var size: Int { ledger.frontier.size }

  /// Whether a member is one who asks for it: an administrator who is not an auditor too.
  public func asksForAcceptance(_ session: borrowing Session) -> Bool {
    let roles = ledger.directory.roles(of: session.member)
    return roles.contains(.admin) && !roles.contains(.auditor)
  }

  /// An administrator asks that the log be gone on with as it is, although a client remembers another
  /// one. The entry names what that client remembers; it takes effect once an auditor gives it.
  ///
  /// - Throws: `nothingToDo` where one waits already that would do; `notPutBack` where nobody's client remembers another log:
  ///   two people's word would then wait for the day on which somebody puts one back.
  public func askAcceptance(as session: borrowing Session) throws(VaultError) -> Receipt {
    isAccepting = true
    defer { isAccepting = false }
    let remembered = putBack?.pin.note ?? ledger.begun?.note ?? ledger.note
    let entry = try notingBrought(Act.vaultAccept, for: .askAcceptance, session) {
      session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let role = context.role(for: .askAcceptance) else {
          let known = putBack.map { Digest.of($0.pin.note) }
          return try context.refuse(Act.vaultAccept, .role) { $0.sum = known }
        }
        guard try isAsked(context.tx) == false else { throw .nothingToDo }
        guard try isPutBack(since: given, context.tx) else { throw .notPutBack }
        return .allowed(
          try context.append(Act.vaultAccept) { entry in
            entry.sum = Digest.of(remembered)
            entry.role = role.rawValue
          })
      }
    }
    return Receipt(entry: entry)
  }

  /// Whether something waits that was asked for this time: an ask that who remembers more knows of is of a time before,
  /// and its answer would satisfy nobody who does.
  private func isAsked(_ tx: Transaction) throws(VaultError) -> Bool {
    guard let last = ledger.roster.waitingAcceptances.last else { return false }
    if let pin = putBack?.pin {
      // What somebody dismissed asked for satisfies nobody who knows of it either.
      guard !pin.roster.remembers(last) else { return false }
      return try isOfGone(last, in: ledger, by: pin.roster, tx) == false
    }
    return try isTold(since: last.seq, tx) == false
  }

  /// When two people last went on with a log that had been put back.
  private var given: Int { ledger.roster.acceptances.compactMap(\.approval).max() ?? 0 }

  /// Whether this client remembers another log, custody has destroyed more than the log knows of, or somebody whose
  /// client remembers another log, and who may not ask, was refused it since an entry.
  private func isPutBack(since first: Int, _ tx: Transaction) throws(VaultError) -> Bool {
    if putBack != nil || custody.generation > ledger.directory.generation { return true }
    return try isTold(since: first, tx)
  }

  /// Whether the own client knows that who asks was dismissed: giving it would satisfy nobody who knows that too.
  private func isAskedByGone(
    _ asked: AcceptedRollback, _ tx: Transaction
  ) throws(VaultError) -> Bool {
    guard let pin = putBack?.pin else { return false }
    return try isOfGone(asked, in: ledger, by: pin.roster, tx)
  }

  private func isTold(since first: Int, _ tx: Transaction) throws(VaultError) -> Bool {
    var isTold = false
    try tx.eachLeaf(from: first, below: ledger.frontier.size) { _, bytes throws(VaultError) in
      guard !isTold, let entry = try? Leaf(parsing: bytes).entry else { return }
      isTold = entry.act == Act.vaultAccept && entry.out == .denied && entry.sum != nil
    }
    return isTold
  }

  /// An auditor gives what an administrator asked for: every client goes on with the log from then on,
  /// and keeps what it remembered beside.
  ///
  /// - Throws: `nothingToDo` where no such request waits.
  public func giveAcceptance(
    of seq: Int, as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let entry = try notingBrought(
      Act.approvalGive, for: .giveAcceptance, ref: Entry.number(seq), session
    ) { session throws(VaultError) in try answer(Act.approvalGive, acceptance: seq, session) }
    try rememberGiven(session)
    return Receipt(entry: entry)
  }

  /// Whoever gave it goes on with this log too. Their client remembers that at once: until its next command a copy of what
  /// was given up would pass for sound with them alone.
  private func rememberGiven(_ session: borrowing Session) throws(VaultError) {
    guard let old = putBack, old.acceptance == nil,
      let given = try acceptance(of: ledger, after: old.pin).counts
    else { return }
    putBack = PutBack(pin: old.pin, acceptance: given.seq)
    let actor = ActorID(session.keyring.bundle.signing.publicKey)
    do { try keepPin(handle: session.handle, actor: actor) } catch {
      unpinned = ledger.frontier.size - 1
    }
  }

  /// An auditor refuses what an administrator asked for: whoever remembers more stays refused.
  ///
  /// - Throws: `nothingAsked` where no such request waits.
  public func refuseAcceptance(
    of seq: Int, as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let entry = try notingBrought(
      Act.approvalRefuse, for: .giveAcceptance, ref: Entry.number(seq), session
    ) { session throws(VaultError) in try answer(Act.approvalRefuse, acceptance: seq, session) }
    return Receipt(entry: entry)
  }

  /// What was asked last and an auditor refused, for who asked, where their client has not seen it before.
  public func refusedAcceptance(
    to session: borrowing Session
  ) -> (asked: Int, refusal: Int)? {
    guard let refused = ledger.roster.refusedAcceptance,
      ledger.roster.members[refused.askedBy].id == session.member.identifier,
      refused.refusal >= ledger.begun?.size ?? 0
    else { return nil }
    return (refused.asked, refused.refusal)
  }

  private func answer(
    _ act: String, acceptance seq: Int, _ session: borrowing Session
  ) throws(VaultError) -> Int {
    isAccepting = true
    defer { isAccepting = false }
    return try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .giveAcceptance) else {
        return try context.refuse(act, .role) { $0.ref = Entry.number(seq) }
      }
      guard let asked = ledger.roster.waitingAcceptances.first(where: { $0.seq == seq })
      else { throw act == Act.approvalGive ? .nothingToDo : .nothingAsked }
      guard ledger.roster.asker(of: asked).id != context.asker.member.identifier else {
        return try context.refuse(act, .secondPerson) { $0.ref = seq }
      }
      if act == Act.approvalGive, try isAskedByGone(asked, context.tx) { throw .askedByGone(seq) }
      return .allowed(
        try context.append(act) { entry in
          entry.ref = seq
          entry.role = role.rawValue
          // Records that are older than custody are gone on with, and the log says from where.
          let isAhead = custody.generation > ledger.directory.generation
          entry.gen = isAhead && act == Act.approvalGive ? custody.generation : nil
        })
    }
  }
}
