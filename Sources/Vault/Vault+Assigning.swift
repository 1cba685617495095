import AuditLog

extension Vault {
  /// Gives a case to a member: a social worker by a lead, health staff by a duty officer.
  ///
  /// - Parameter owner: the member answers for the case from now on.
  public func assign(
    _ handle: String, to id: CaseID, owner: Bool, as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let member = try member(named: handle)
    guard let role = assignable(member) else { throw .noSuchMember }
    let seq = try noting(Act.assignAdd, id, session) {
      context throws(VaultError) -> Ruling<Int> in
      try CaseAssigner(context, id).assign(member, as: role, owner: owner)
    }
    try sweep(session)
    return Receipt(entry: seq)
  }

  /// Ends a member's access to a case, and with it what was shared with them.
  public func unassign(
    _ handle: String, from id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> Unassigned {
    let member = try member(named: handle)
    let ended = try noting(Act.assignRemove, id, session) {
      context throws(VaultError) -> Ruling<Unassigned> in
      try CaseAssigner(context, id).unassign(member)
    }
    try sweep(session)
    return ended
  }

  /// An act on a case that leaves an entry also where what is stored is not what was written.
  func noting<Value>(
    _ act: String, _ id: CaseID, _ session: borrowing Session,
    _ body: (ActContext) throws(VaultError) -> Ruling<Value>
  ) throws(VaultError) -> Value {
    do {
      return try self.act(as: session, body)
    } catch {
      guard error.isAlteration else { throw error }
      throw try noteAltered(act, id, nil, session)
    }
  }

  /// The member of a handle, whatever their roles.
  public func member(named handle: String) throws(VaultError) -> MemberID {
    guard let found = ledger.directory.member(who: custody.who(handle)) else { throw .noSuchMember }
    return found
  }

  /// The role in which somebody can be given a case.
  private func assignable(_ member: MemberID) -> Role? {
    let roles = ledger.directory.roles(of: member)
    if roles.contains(.duty) { return .healthStaff }
    return [.socialWorker, .healthStaff, .police, .legalAid].first { roles.contains($0) }
  }

  /// Destroys at once what the act left to be destroyed, instead of leaving it to the next command.
  func sweep(_ session: borrowing Session) throws(VaultError) {
    try act(as: session) { _ throws(VaultError) -> Ruling<Void> in .allowed(()) }
  }
}
