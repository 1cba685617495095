import Sealing

extension Roster {
  /// `role.add`: in force at once only where root stands behind it; else it waits for a second person.
  mutating func addRole(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    let role = try namedRole(entry)
    if signer == .root {
      // An auditor only where a log that was put back waits for one: else an administrator and a lead bring them in.
      guard role == .admin || role == .auditor && rollbacks.contains(where: \.waits)
      else { throw .directory(.signerRole) }
    } else {
      try require(signer, .admin)
    }
    let place = try subject(entry)
    try checkRole(role, for: place, entry)
    let member = members[place]
    let isFirstLead =
      role == .lead && member.invitedByRoot && member.invitedAs == .lead && !member.hasHadRole
    if let admin = signer.member, !isFirstLead {
      waitingRoles.append(WaitingRole(seq: entry.seq, member: place, role: role, addedBy: admin))
    } else {
      members[place].take(role, added: entry.seq)
    }
  }

  /// What a member may be given: nothing twice, nothing that excludes what is there or waits, and at
  /// first what the invitation said.
  private func checkRole(
    _ role: MemberRole, for place: Int, _ entry: Entry
  ) throws(AuditLogError) {
    let member = members[place]
    guard member.suspended == nil else { throw .directory(.memberSuspended) }
    let waiting = waitingRoles.filter { $0.member == place }.map(\.role)
    let all = member.roles.map(\.role) + waiting
    guard !all.contains(role) else { throw .directory(.roleHeld) }
    guard all.allSatisfy({ $0.readsCases == role.readsCases }) else {
      throw .directory(.roleExcluded)
    }
    if member.hasHadRole {
      guard entry.ref == nil else { throw .directory(.enrolment) }
    } else {
      guard entry.ref == member.enrolled, role == member.invitedAs else {
        throw .directory(.enrolment)
      }
    }
  }

  /// `role.remove`: an admin ends a role, or one that still waits.
  mutating func removeRole(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    try require(signer, .admin)
    let role = try namedRole(entry)
    let place = try subject(entry)
    let waits = waitingRoles.contains { $0.member == place && $0.role == role }
    guard members[place].holds(role) || waits else { throw .directory(.roleNotHeld) }
    end(members[place].roles.filter { $0.role == role }, of: place, at: entry.seq)
    if role == .lead { dropProposal(of: place) }
    waitingRoles.removeAll { $0.member == place && $0.role == role }
    dropRecoveries()
  }

  /// `key.wrap` with `grole` and `ref`: the second person for a role. Any other wrap is of keys that the
  /// directory does not follow.
  mutating func wrap(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    if entry.kind == Self.shareKind { return try wrapShare(entry, signer) }
    guard let role = entry.grole.flatMap(MemberRole.init(rawValue:)), let ref = entry.ref else {
      return
    }
    let place = try subject(entry)
    guard let waiting = waitingRoles.first(where: { $0.seq == ref }) else {
      // More keys for somebody who has the role already.
      guard members[place].holds(role) else { throw .directory(.nothingWaits) }
      return
    }
    guard waiting.member == place, waiting.role == role else { throw .directory(.nothingWaits) }
    try checkSecond(for: waiting, signer)
    if canSecond(role, signer) {
      putInForce(waiting)
    } else if !holds(signer, role) || StandingRole(name: role.rawValue) == nil {
      throw .directory(.second)
    }
    // A holder of a standing role hands its key on; whether the role is in force is the lead's word.
  }

  /// A lead may second every role but admin; a statistician another statistician.
  private func canSecond(_ role: MemberRole, _ signer: RosterSigner) -> Bool {
    guard role != .admin else { return false }
    return holds(signer, .lead) || role == .statistician && holds(signer, .statistician)
  }

  func checkSecond(
    for waiting: WaitingRole, _ signer: RosterSigner
  ) throws(AuditLogError) {
    // Compared as people and not as keys: the admin may have taken a new key since.
    guard signer == .root || signer.member != waiting.member && signer.member != waiting.addedBy
    else { throw .directory(.ownSecond) }
  }

  mutating func putInForce(_ waiting: WaitingRole) {
    waitingRoles.removeAll { $0 == waiting }
    members[waiting.member].take(waiting.role, added: waiting.seq)
  }

  /// `approval.give`: of an admin who waits, by a trustee or root; of a vault that was put back; of a rule
  /// book. Approvals of what happens in a case name it, and are not the directory's.
  mutating func approve(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    if let waiting = waitingRoles.first(where: { $0.seq == entry.ref && $0.role == .admin }) {
      try checkSecond(for: waiting, signer)
      guard signer == .root || holds(signer, .trustee) else { throw .directory(.second) }
      return putInForce(waiting)
    }
    if try giveAcceptance(entry, signer) { return }
    if try giveRules(entry, signer) { return }
    guard signer.member != nil, entry.rec != nil else { throw .directory(.nothingWaits) }
  }
}
