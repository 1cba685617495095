import AuditLog
import FoundationEssentials
import Sealing

/// The end of somebody's access to everything, or to what one role gave.
extension Vault {
  /// Suspends a member for life: whoever comes back enrols anew. An admin or a lead does it, never of
  /// themselves.
  ///
  /// - Parameter compromised: others may have their keys: what they could read gets new keys at once, by the
  ///   next commands of those who hold it, and not only at the next write.
  /// - Parameter unread: also where fields of a case open to nobody any more: who alone reads them may be dead, or may
  ///   be the one from whom the office is to be kept safe.
  /// - Throws: `denied`; `lastHolder`, `lastReader` where nobody but recovery could open a class any more;
  ///   `lastAdministrator`.
  public func suspend(
    _ handle: String, compromised: Bool = false, unread: Bool = false,
    as session: borrowing Session
  ) throws(VaultError) -> Left {
    var left = try notingStaff(Act.memberSuspend, for: .suspendMember, session) {
      session throws(VaultError) in
      try leave(Act.memberSuspend, leaver(handle), nil, unread: unread, session) { entry in
        entry.kind = compromised ? "compromised" : nil
      }
    }
    guard compromised else { return left }
    // Who suspends makes at once what their role holds; what is left is told, and for whom it waits.
    try settleCompromised(session)
    left.waiting = try dueAfterCompromise()
    return left
  }

  /// Takes a role back, or one that still waits for its second person (an admin's act).
  ///
  /// - Throws: what ``suspend(_:compromised:as:)`` throws; `roleNotGiven` where they do not have it.
  public func remove(
    _ role: Role, from handle: String, as session: borrowing Session
  ) throws(VaultError) -> Left {
    try notingStaff(Act.roleRemove, for: .changeRoles, role: role, session) {
      session throws(VaultError) in
      try leave(Act.roleRemove, leaver(handle), role, unread: false, session) {
        $0.grole = role.rawValue
      }
    }
  }

  /// What either would do, without doing it. The look is an entry.
  public func planLeaving(
    of handle: String, role: Role? = nil, unread: Bool = false, as session: borrowing Session
  ) throws(VaultError) -> Left {
    let act = role == nil ? Act.memberSuspend : Act.roleRemove
    return try notingStaff(
      act, for: role == nil ? .suspendMember : .changeRoles, role: role, session
    ) { session throws(VaultError) in
      try plan(act, leaver(handle), role, unread: unread, session)
    }
  }

  private func plan(
    _ act: String, _ found: RosterMember, _ role: Role?, unread: Bool,
    _ session: borrowing Session
  ) throws(VaultError) -> Left {
    try keepingHolder(act, found, role, session) { session throws(VaultError) in
      try self.act(as: session) { context throws(VaultError) -> Ruling<Left> in
        if let reason = refusal(act, found, context) {
          return try context.refuse(act, reason) { entry in
            (entry.subj, entry.grole) = (found.actor, role?.rawValue)
          }
        }
        let departure = try Departure(context, found, ending: role)
        let lost = try check(departure, role, unread: unread)
        let count = try departure.count()
        let seq = try context.append(Act.list) { entry in
          (entry.kind, entry.subj) = (Self.leaverKind, found.actor)
          (entry.n, entry.role) = (Entry.bucket(count), context.asker.roles.first?.rawValue)
        }
        return .allowed(
          Left(
            entry: seq, roles: departure.ended, cases: count, isStanding: departure.isStanding,
            ownerless: try context.tx.countOwned(departure.memberKey, role), spoilt: 0,
            unread: lost, isPlan: true))
      }
    }
  }

  /// `kind` of a look at what somebody who leaves could read.
  static let leaverKind = "leaver"

  func leaver(_ handle: String) throws(VaultError) -> RosterMember {
    try store.look { tx throws(VaultError) in try catchUp(tx) }
    guard let found = ledger.roster.member(who: custody.who(handle)) else { throw .noSuchMember }
    return found
  }

  // MARK: One transaction

  private func leave(
    _ act: String, _ member: RosterMember, _ role: Role?, unread: Bool,
    _ session: borrowing Session, _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> Left {
    let left = try keepingHolder(act, member, role, session) { session throws(VaultError) in
      try self.act(as: session) { context throws(VaultError) -> Ruling<Left> in
        guard let found = context.directory.roster.member(member.id), found.suspended == nil
        else { throw VaultError.nothingToDo }
        if let reason = refusal(act, found, context) {
          return try context.refuse(act, reason) { entry in
            entry.subj = found.actor
            fill(&entry)
          }
        }
        let departure = try Departure(context, found, ending: role)
        let lost = try check(departure, role, unread: unread)
        return .allowed(try end(departure, act, unread: lost, fill))
      }
    }
    try sweep(session)
    try settleKeys(session)
    return left
  }

  private func refusal(
    _ act: String, _ member: RosterMember, _ context: ActContext
  ) -> Refusal? {
    let wanted: OfficeAct = act == Act.roleRemove ? .changeRoles : .suspendMember
    guard context.role(for: wanted) != nil else { return .role }
    // Who goes does not shut the door behind themselves: so the last admin and the last lead stay.
    return MemberID(member.id) == context.asker.member ? .secondPerson : nil
  }

  /// - Returns: how many cases hold what opens to nobody any more; none but where that is accepted.
  private func check(
    _ departure: Departure, _ role: Role?, unread: Bool
  ) throws(VaultError) -> Int {
    if let role, !departure.ended.contains(role) {
      let place = ledger.roster.members.firstIndex { $0.id == departure.member.id }
      guard
        ledger.roster.waitingRoles.contains(where: {
          $0.member == place && $0.role.rawValue == role.rawValue
        })
      else { throw .roleNotGiven }
    }
    guard !departure.endsAdministration else { throw .lastAdministrator(entry: -1) }
    if let last = try departure.lastReader() {
      throw .lastHolder(last.role, last.fieldClass, entry: -1)
    }
    let lost = try departure.unread()
    if let fieldClass = lost.fieldClass, !unread { throw .lastReaderWithin(fieldClass) }
    return lost.cases.count
  }

  /// The entry first, then what it states, and last the log's new key: the head over that entry is what
  /// both of its keys sign.
  private func end(
    _ departure: Departure, _ act: String, unread: Int, _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> Left {
    let context = departure.context
    let role = context.role(for: act == Act.roleRemove ? .changeRoles : .suspendMember) ?? .admin
    let generation = custody.generation + 1
    // A role that was never in force gave nothing.
    let isEmpty = departure.ended.isEmpty && !departure.isWhole
    let wasProposed = context.directory.roster.proposal != nil
    let seq = try context.append(act) { entry in
      (entry.subj, entry.role) = (departure.member.actor, role.rawValue)
      entry.gen = isEmpty ? nil : generation
      entry.n = unread > 0 ? Entry.bucket(unread) : nil
      fill(&entry)
    }
    // What the entry ended nobody proposes any more.
    if wasProposed, context.directory.roster.proposal == nil { try context.tx.deleteProposals() }
    var ended = Departure.Ended()
    if !isEmpty {
      ended = try departure.end(at: seq, generation: generation, role: role)
      try context.rotateLogKey(role: role)
    }
    return Left(
      entry: seq, roles: departure.ended, cases: ended.cases, isStanding: departure.isStanding,
      ownerless: ended.ownerless, spoilt: ended.spoilt, unread: unread)
  }

  /// A refusal because nobody would be left to read something is written down once what was begun is undone.
  private func keepingHolder(
    _ act: String, _ member: RosterMember, _ role: Role?, _ session: borrowing Session,
    _ body: (borrowing Session) throws(VaultError) -> Left
  ) throws(VaultError) -> Left {
    do {
      return try body(session)
    } catch .lastHolder(let last, let fieldClass, _) {
      let entry = try refuseLast(act, member, role, fieldClass, session)
      throw .lastHolder(last, fieldClass, entry: entry)
    } catch .lastReaderWithin(let fieldClass) {
      let entry = try refuseLast(act, member, role, fieldClass, session)
      throw .lastReader(fieldClass, entry: entry)
    } catch .lastAdministrator {
      throw .lastAdministrator(entry: try refuseLast(act, member, role, nil, session))
    }
  }

  private func refuseLast(
    _ act: String, _ member: RosterMember, _ role: Role?, _ fieldClass: FieldClass?,
    _ session: borrowing Session
  ) throws(VaultError) -> Int {
    try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
      .allowed(
        try context.append(act, .denied) { entry in
          (entry.why, entry.subj) = (.state, member.actor)
          entry.grole = role?.rawValue
          entry.role = context.asker.roles.first?.rawValue
          entry.class = fieldClass.map { Int($0.rawValue) }
        })
    }
  }
}

extension ActContext {
  /// The log's next key, stated by the entry that both keys sign the head over: no entry may follow it in
  /// its transaction.
  func rotateLogKey(role: Role) throws(VaultError) {
    let key = try custody.makeLogKey(number: directory.roster.logKeys.count)
    let name: String
    do { name = try NoteKey(name: vault.origin, key: key).text } catch { throw .sealing }
    try append(Act.keyRotate) { entry in
      (entry.kind, entry.vkey, entry.role) = ("log", name, role.rawValue)
    }
  }
}
