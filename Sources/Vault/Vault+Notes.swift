import AuditLog
import Sealing

/// Entries of acts on a case that came to nothing: nothing is refused without one.
extension Vault {
  /// An act on a case that leaves an entry also where there is no such case, and where what is stored is
  /// not what was written.
  ///
  /// - Parameters:
  ///   - ref: the entry of what was already done, where there is one by then.
  ///   - fill: what else the entry of a case that is not there says.
  func noting<Value: ~Copyable>(
    _ act: String, _ id: CaseID, _ session: borrowing Session, ref: () -> Int? = { nil },
    fill: (inout Entry) -> Void = { _ in },
    _ body: (borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    do {
      return try body(session)
    } catch .noSuchCase {
      if let gone = try noteGone(act, id, session, fill) { throw gone }
      throw try noteMissing(act, session, fill)
    } catch {
      guard error.isAlteration else { throw error }
      throw try noteAltered(act, id, ref(), session, because: error)
    }
  }

  /// The same of an act on several cases, which came to nothing for the one at hand.
  ///
  /// - Parameter place: which of them is at hand.
  func noting<Value>(
    _ act: String, _ ids: [CaseID], at place: inout Int, _ session: borrowing Session,
    ref: () -> Int? = { nil }, fill: (Int, inout Entry) -> Void = { _, _ in },
    _ body: (inout Int, borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    do { return try body(&place, session) } catch {
      let (cause, at) = (error, place)
      guard ids.indices.contains(at) else { throw cause }
      return try noting(act, ids[at], session, ref: ref, fill: { fill(at, &$0) }) {
        _ throws(VaultError) -> Value in throw cause
      }
    }
  }

  /// The case was handed over to another vault, and its keys here are destroyed. Who had it is told so; to
  /// everybody else there is no such case. A lead is told where it went, behind the entry.
  private func noteGone(
    _ act: String, _ id: CaseID, _ session: borrowing Session, _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> VaultError? {
    let noted = try self.act(as: session) {
      context throws(VaultError) -> Ruling<(entry: Int, file: Transaction.File, isLead: Bool)?> in
      guard let file = try context.tx.storedFile(id), file.isGone,
        let role = try context.knew(file)
      else { return .allowed(nil) }
      let rec = try context.pseudonym(file)
      let seq = try context.append(act, .denied) { entry in
        fill(&entry)
        (entry.rec, entry.why, entry.role) = (rec, .state, role.rawValue)
      }
      return .allowed((entry: seq, file: file, isLead: context.asker.roles.contains(.lead)))
    }
    guard let noted else { return nil }
    let place: HandedTo =
      try noted.isLead ? handedTo(noted.file, session.keyring) : .leadsKnow
    return .caseGone(entry: noted.entry, to: place)
  }

  /// There is no such case. The entry names none: a code that was tried is nobody's pseudonym. Whose
  /// roles read no case is told the same as of a case that is there.
  private func noteMissing(
    _ act: String, _ session: borrowing Session, _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> VaultError {
    let (entry, isReader) = try self.act(as: session) {
      context throws(VaultError) -> Ruling<(Int, Bool)> in
      let role = context.asker.roles.first { !$0.isBlind }
      let entry = try context.append(act, .denied) { entry in
        fill(&entry)
        entry.why = role == nil ? .role : .notAssigned
        entry.role = (role ?? context.asker.roles.first)?.rawValue
      }
      return .allowed((entry, role != nil))
    }
    return isReader ? .caseNotFound(entry: entry) : .denied(.role, entry: entry)
  }

  /// A look at who may do what. Where the table of who cares is not what the log says, the refusal is an
  /// entry, like that of the act it was asked for.
  func lookNoting<Result>(
    _ act: String, _ id: CaseID, _ session: borrowing Session,
    _ body: (Transaction) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    do {
      return try store.look { tx throws(VaultError) in
        try catchUp(tx)
        return try body(tx)
      }
    } catch {
      guard error.isAlteration else { throw error }
      throw try noteAltered(act, id, nil, session, because: error)
    }
  }

  /// Something did not open although the log is sound: that is an entry of its own, and nothing is shown.
  func noteAltered(
    _ act: String, _ id: CaseID, _ ref: Int?, _ session: borrowing Session,
    because cause: VaultError = .doesNotOpen
  ) throws(VaultError) -> VaultError {
    let (entry, gap) = try self.act(as: session) {
      context throws(VaultError) -> Ruling<(Int, Int?)> in
      context.keyring.beginCase()
      let file = try context.tx.file(id)
      let rec = file.flatMap { try? context.pseudonym($0) }
      let noted = try context.append(act, .failed) { entry in
        entry.why = .tampered
        entry.rec = rec
        entry.ref = ref
      }
      return .allowed((noted, try file.flatMap(context.acceptedGap)))
    }
    if let gap { return .caseLeftBehind(gap: gap, entry: entry) }
    return cause == .caseKeyMissing ? .caseWithoutKey(entry: entry) : .altered(entry: entry)
  }
}

extension ActContext {
  /// The newest entry that states that a restore left a case behind, where two people accepted it and custody still has
  /// no key of it. It is for a sentence: what is proved of it `log verify` says.
  fileprivate func acceptedGap(_ file: Transaction.File) throws(VaultError) -> Int? {
    guard try CustodyFit(custody: custody, tx: tx).opens(file) == false,
      let rec = try provenPseudonym(file)
    else { return nil }
    let given = vault.ledger.roster.acceptances.map(\.seq)
    var found: Int?
    try tx.eachLeaf(from: 0, below: vault.ledger.frontier.size) { seq, bytes throws(VaultError) in
      guard let entry = try? Leaf(parsing: bytes).entry else { return }
      // Another restore, or whoever wrote in the case since, had its key (``StatedGaps``).
      let isRestore = entry.act == Act.vaultRestore
      let hadKey = entry.rec == rec && entry.man != nil
      if hadKey || isRestore && entry.kind == BackupKind.records.rawValue { found = nil }
      guard isRestore, entry.kind == StatedGaps.kind, entry.rec == rec, let by = entry.by,
        given.contains(where: { $0 >= by })
      else { return }
      found = seq
    }
    return found
  }

  /// The role in which the asker could have come to a case while it was there: by standing access, or by an
  /// assignment of whatever time.
  fileprivate func knew(_ file: Transaction.File) throws(VaultError) -> Role? {
    if let standing = asker.roles.first(where: { $0 == .lead || $0 == .duty }) { return standing }
    guard try tx.hasCared(asker.memberKey, for: file.key) else { return nil }
    return asker.roles.first { !$0.isBlind }
  }
}
