import Sealing

extension Roster {
  /// `member.invite`: an admin or root names a handle, a role and the key that may enrol.
  mutating func invite(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    if signer != .root { try require(signer, .admin) }
    guard let who = entry.who else { throw .directory(.missingKey) }
    let role = try namedRole(entry)
    let key = try newKey(entry)
    guard isFree(who) else { throw .directory(.handleTaken) }
    signatories[ActorID(key.key)] = Signatory(key, .invitation(invitations.count))
    invitations.append(
      RosterInvitation(
        seq: entry.seq, t: entry.t, who: who, role: role, actor: ActorID(key.key),
        byRoot: signer == .root))
  }

  /// `member.enrol`: the invitation key brings in the member's own keys, once.
  mutating func enrol(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    guard case .invitation(let place) = signer, invitations[place].seq == entry.ref else {
      throw .directory(.invitation)
    }
    let invitation = invitations[place]
    guard invitation.used == nil else { throw .directory(.invitationUsed) }
    guard invitation.isOpen(at: entry.t) else { throw .directory(.invitationExpired) }
    guard isFree(invitation.who) else { throw .directory(.handleTaken) }
    let key = try newKey(entry)
    guard let subject = entry.subj else { throw .directory(.missingKey) }
    guard ActorID(key.key) == subject else { throw .directory(.keyActor) }
    let member = RosterMember(
      id: key.key.digest.identifier, who: invitation.who, invited: invitation.seq,
      invitedAs: invitation.role, invitedByRoot: invitation.byRoot, enrolled: entry.seq,
      key: key.key, box: try boxKey(entry))
    signatories[subject] = Signatory(key, .member(members.count))
    members.append(member)
    invitations[place].used = entry.seq
  }

  /// One handle, one member who is not suspended: two of the same name could be exchanged.
  private func isFree(_ who: Digest) -> Bool {
    !members.contains { $0.who == who && $0.suspended == nil }
  }

  /// `member.suspend`: nothing of the member's stays in force, and nothing of it waits.
  mutating func suspend(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    try require(signer, .admin, .lead)
    let place = try subject(entry)
    guard members[place].suspended == nil else { throw .directory(.memberSuspended) }
    members[place].suspended = entry.seq
    end(members[place].roles, of: place, at: entry.seq)
    if entry.kind == "compromised" { compromised = entry.seq }
    waitingRoles.removeAll { $0.member == place }
    dropProposal(of: place)
    endAcceptances(of: place, at: entry.seq)
    dropWaitingKeys(of: place)
    dropRecoveries()
  }
}
