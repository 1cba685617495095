import AuditLog
import Sealing

extension Vault {
  /// Gives a member a further role (an admin's act). It waits for its second person: a lead, of an
  /// administrator a trustee (`admit`).
  ///
  /// - Throws: `rolesExclude` where the roles must not meet in one person; `nothingToDo` where they have it
  ///   or it waits; `roleNotGiven` of somebody who was never admitted.
  public func add(
    _ role: Role, to handle: String, by session: borrowing Session
  ) throws(VaultError) -> Receipt {
    try notingStaff(Act.roleAdd, for: .changeRoles, role: role, session) {
      session throws(VaultError) in try add(role, to: leaver(handle), session)
    }
  }

  private func add(
    _ role: Role, to found: RosterMember, _ session: borrowing Session
  ) throws(VaultError) -> Receipt {
    var excluded: Role?
    let seq = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let member = context.directory.roster.member(found.id) else {
        throw VaultError.noSuchMember
      }
      func fill(_ entry: inout Entry) {
        (entry.subj, entry.grole) = (member.actor, role.rawValue)
      }
      guard context.role(for: .changeRoles) != nil else {
        return try context.refuse(Act.roleAdd, .role, fill)
      }
      let held = context.rolesHeldOrWaiting(by: member)
      excluded = held.first { $0.isBlind != role.isBlind }
      guard excluded == nil else {
        return .allowed(
          try context.append(Act.roleAdd, .denied) { entry in
            (entry.why, entry.role) = (.role, Role.admin.rawValue)
            fill(&entry)
          })
      }
      guard member.suspended == nil, member.hasHadRole else { throw VaultError.roleNotGiven }
      guard !held.contains(role) else { throw VaultError.nothingToDo }
      return .allowed(
        try context.append(Act.roleAdd) { entry in
          entry.role = Role.admin.rawValue
          fill(&entry)
        })
    }
    if let excluded { throw .rolesExclude(excluded, role, entry: seq) }
    return Receipt(entry: seq)
  }
}

extension ActContext {
  fileprivate func rolesHeldOrWaiting(by member: RosterMember) -> [Role] {
    let roster = directory.roster
    let waiting = roster.waitingRoles.filter { roster.members[$0.member].id == member.id }
    return (member.roles.map(\.role) + waiting.map(\.role)).compactMap {
      Role(rawValue: $0.rawValue)
    }
  }
}
