import Sealing

extension Roster {
  /// The newest entry that took one of some roles from somebody; nil where none ever did.
  public func lastEnd(of roles: Set<MemberRole>) -> Int? {
    endedRoles.last { roles.contains($0.role) }?.ended
  }

  /// The newest `member.suspend`.
  public var lastSuspension: Int? { members.compactMap(\.suspended).max() }

  /// Whether somebody left a standing role since its epoch was made: the seed that they held is in use
  /// still. Recovery is nobody's role, and has reasons of its own.
  public func isDue(_ role: StandingRole) -> Bool {
    guard role != .recovery else { return isRecoveryDue }
    guard let epoch = epoch(of: role) else { return false }
    return lastEnd(of: [role.maker]).map { $0 > epoch.seq } ?? false
  }

  /// The roles that an entry took from a member.
  public func roles(endedBy seq: Int) -> [EndedRole] { endedRoles.filter { $0.ended == seq } }

  /// Whether a member had a role that they have no more.
  public func hasEnded(_ role: MemberRole, _ actor: ActorID) -> Bool {
    let places: Set<Int> =
      switch signatories[actor]?.part {
      case .member(let place), .former(let place), .coming(let place): [place]
      case .root, .invitation, nil: []
      }
    return endedRoles.contains { $0.role == role && places.contains($0.member) }
  }

  /// Takes roles from a member, and keeps that they had them.
  mutating func end(_ roles: [RosterMember.Held], of place: Int, at seq: Int) {
    members[place].roles.removeAll { roles.contains($0) }
    endedRoles += roles.map {
      EndedRole(member: place, role: $0.role, added: $0.added, ended: seq)
    }
  }
}
