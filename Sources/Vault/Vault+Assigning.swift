import AuditLog

extension Vault {
  /// Gives a case to a member: a social worker by a lead, health staff by a duty officer.
  ///
  /// - Parameter owner: the member answers for the case from now on, and whoever did before reads it no
  ///   more: that is a hand-over like the first (design, "End of anyone's access to a case").
  /// - Throws: `ownerRole` where somebody is to answer for it who is no social worker.
  public func assign(
    _ handle: String, to id: CaseID, owner: Bool, as session: borrowing Session
  ) throws(VaultError) -> Assigned {
    let member: MemberID
    do throws(VaultError) {
      member = try assignee(handle, Act.assignAdd, id, session) { assignable($0) != nil }
    } catch .noted(.noSuchMember, let entry) { throw .noted(.noAssignee, entry: entry) }
    guard let role = assignable(member) else { throw .noAssignee }
    let isOwnerless = owner && role != .socialWorker
    let assigned = try keepingReader(Act.assignAdd, id, session) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Assigned> in
        let assigner = try CaseAssigner(context, id)
        return isOwnerless
          ? try assigner.refuseOwner(member, as: role)
          : try assigner.assign(member, as: role, owner: owner)
      }
    }
    guard !isOwnerless else { throw .ownerRole(entry: assigned.entry) }
    try sweep(session)
    return assigned
  }

  /// Ends a member's access to a case, and with it what was shared with them.
  public func unassign(
    _ handle: String, from id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> Unassigned {
    let member = try assignee(handle, Act.assignRemove, id, session) { _ in true }
    let ended = try keepingReader(Act.assignRemove, id, session) { session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Unassigned> in
        try CaseAssigner(context, id).unassign(member)
      }
    }
    try sweep(session)
    return ended
  }

  private func assignee(
    _ handle: String, _ act: String, _ id: CaseID, _ session: borrowing Session,
    _ isMeant: (MemberID) -> Bool
  ) throws(VaultError) -> MemberID {
    try member(named: handle, for: act, on: id, as: session, isMeant: isMeant) { context, _ in
      let role = context.role(for: .assignCaseworker) ?? context.role(for: .assignHealthStaff)
      return role == nil ? .role : nil
    }
  }

  /// The member of a handle, whatever their roles.
  public func member(named handle: String) throws(VaultError) -> MemberID {
    guard let found = ledger.directory.member(who: custody.who(handle)) else { throw .noSuchMember }
    return found
  }

  /// Whether somebody still answers for the cases that name them: who left, or is no social worker any
  /// more, does not, and no row is sealed anew for that.
  public func answers(_ member: MemberID) -> Bool {
    ledger.directory.roles(of: member).contains(.socialWorker)
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
