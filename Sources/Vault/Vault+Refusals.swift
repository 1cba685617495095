import AuditLog
import Sealing

/// Refusals of what was asked for by a name or a number that there is not: each an entry, like any other.
extension Vault {
  /// Writes down that there is no such thing, and gives what to throw.
  ///
  /// - Returns: `noted` with the error and its entry.
  func noting(
    _ error: VaultError, _ act: String, _ session: borrowing Session,
    _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> VaultError {
    let seq = try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
      .allowed(
        try context.append(act, .denied) { entry in
          (entry.why, entry.role) = (.state, context.asker.roles.first?.rawValue)
          fill(&entry)
        })
    }
    return .noted(error, entry: seq)
  }

  /// An entry that asks for nothing, or was answered, for whoever wanted to answer it.
  public func nothingAsked(
    by seq: Int, answering act: CaseAct, as session: borrowing Session
  ) throws(VaultError) -> VaultError {
    try noting(.nothingAsked, act.rawValue, session) { $0.ref = Entry.number(seq) }
  }

  /// An answer to what an entry asks: what nobody asked, and what is over, is refused with an entry.
  func notingAnswer<Value>(
    _ act: String, to seq: Int, _ session: borrowing Session,
    _ body: (borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    do { return try body(session) } catch {
      guard error == .nothingAsked || error == .nothingToDo else { throw error }
      throw try noting(error, act, session) { $0.ref = Entry.number(seq) }
    }
  }

  /// An act on a case that is so already, or is about a record that there is not.
  func notingState<Value>(
    _ act: String, _ id: CaseID, _ session: borrowing Session,
    _ body: (borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    do { return try body(session) } catch {
      guard error == .nothingToDo || error == .noSuchRecord else { throw error }
      let seq = try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        context.keyring.beginCase()
        let rec = try context.tx.file(id).flatMap { try? context.pseudonym($0) }
        return .allowed(
          try context.append(act, .denied) { entry in
            (entry.why, entry.rec) = (.state, rec)
            entry.role = context.asker.roles.first?.rawValue
          })
      }
      throw .noted(error, entry: seq)
    }
  }

  /// The member of a handle, for an act on a case. That nobody has it is told to whoever may do the act in
  /// this case; to all others the case is refused as it is for a colleague: a handle is no way to learn who
  /// works here.
  ///
  /// - Parameters:
  ///   - isMeant: whether the act can be about this member at all.
  ///   - refusal: why the asker may not do it.
  func member(
    named handle: String, for act: String, on id: CaseID, as session: borrowing Session,
    isMeant: (MemberID) -> Bool = { _ in true },
    refusal: (ActContext, Transaction.File) throws(VaultError) -> Refusal?
  ) throws(VaultError) -> MemberID {
    if let found = try? member(named: handle), isMeant(found) { return found }
    let seq = try noting(act, id, session) { session throws(VaultError) in
      try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let file = try context.tx.file(id) else { throw .noSuchCase }
        let (rec, why) = (try context.pseudonym(file), try refusal(context, file))
        if let why { return try context.refuse(act, why) { $0.rec = rec } }
        return .allowed(
          try context.append(act, .denied) { entry in
            (entry.why, entry.rec) = (.state, rec)
            entry.role = context.asker.roles.first?.rawValue
          })
      }
    }
    throw .noted(.noSuchMember, entry: seq)
  }

  /// Who is to be given copies of a case, or was.
  public func receiver(
    named handle: String, of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> MemberID {
    try receiver(named: handle, for: Act.excerptGive, of: id, session)
  }

  func receiver(
    named handle: String, for act: String, of id: CaseID, _ session: borrowing Session
  ) throws(VaultError) -> MemberID {
    try member(named: handle, for: act, on: id, as: session) {
      context, file throws(VaultError) -> Refusal? in
      guard context.role(for: .shareExcerpt) != nil else { return .role }
      let standings = try context.gate.standings(of: context.asker, to: file)
      return context.gate.refusal(of: standings)
    }
  }

  /// Who is to answer for a case that somebody opens.
  public func owner(
    named handle: String, as session: borrowing Session
  ) throws(VaultError) -> MemberID {
    if let found = try? member(named: handle) { return found }
    let seq = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .openCase) else {
        return try context.refuse(Act.recordCreate, .role)
      }
      return .allowed(
        try context.append(Act.recordCreate, .denied) { entry in
          (entry.why, entry.role) = (.state, role.rawValue)
        })
    }
    throw .noted(.noSuchMember, entry: seq)
  }
}
