import AuditLog
import Sealing

/// Who really holds the seeds of standing roles. A role alone opens nothing: its seed is given on by somebody who has
/// it and compared the fingerprint (`staff admit`), and until then they hold none.
struct SeedHolders {
  let directory: Directory
  let tx: Transaction

  /// Whether the seed of an epoch was wrapped to a member.
  func holds(
    _ role: StandingRole, _ epoch: UInt32, _ member: Identifier
  ) throws(VaultError) -> Bool {
    guard let row = try tx.knownPrincipalKey(.member(member)) else { return false }
    return try tx.officePack(
      keyClass: OfficeKey.standing(role).keyClass, version: epoch, principal: row) != nil
  }

  /// The role of a member whose present seed others hold and they do not: one of those gives it to them.
  func waits(_ member: RosterMember) throws(VaultError) -> (role: Role, since: Int)? {
    guard member.suspended == nil else { return nil }
    for held in member.roles {
      guard let role = Role(rawValue: held.role.rawValue),
        let standing = role.standingNumber.flatMap(StandingRole.init(rawValue:)),
        let epoch = directory.epoch(of: standing)?.number,
        try holds(standing, epoch, member.id) == false
      else { continue }
      for other in directory.roster.holders(of: standing.maker)
      where try holds(standing, epoch, other.id) { return (role, held.added) }
    }
    return nil
  }

  /// Every member with a standing role whose present seed they do not hold, and whether another has it to give.
  func without() throws(VaultError) -> [(member: RosterMember, role: Role, isGivable: Bool)] {
    var found: [(member: RosterMember, role: Role, isGivable: Bool)] = []
    for member in directory.roster.members where member.suspended == nil {
      for role in directory.roles(of: MemberID(member.id)) {
        guard let standing = role.standing, let epoch = directory.epoch(of: standing)?.number,
          try holds(standing, epoch, member.id) == false
        else { continue }
        found.append((member, role, try isHeld(standing, epoch)))
      }
    }
    return found
  }

  /// Standing roles that somebody has, and nobody the present seed of: what waits for their next command waits in
  /// vain.
  func unheld() throws(VaultError) -> Set<Role> {
    Set(try without().filter { !$0.isGivable }.map(\.role))
  }

  private func isHeld(_ standing: StandingRole, _ epoch: UInt32) throws(VaultError) -> Bool {
    for other in directory.roster.holders(of: standing.maker) {
      if try holds(standing, epoch, other.id) { return true }
    }
    return false
  }

  /// The epochs, earlier ones too, whose seed somebody holds who is meant; recovery is nobody's. Who has an earlier one
  /// without the present one is left over from before a recovery: with them it goes for good, and before they go
  /// nobody would be asked about it.
  func epochs(
    where isMeant: (RosterMember, StandingRole) -> Bool
  ) throws(VaultError) -> [Principal] {
    var found: [Principal] = []
    for role in StandingRole.allCases where role != .recovery {
      guard let newest = directory.epoch(of: role)?.number else { continue }
      var members: [RosterMember] = []
      for member in directory.roster.holders(of: role.maker) where isMeant(member, role) {
        if try holds(role, newest, member.id) { members.append(member) }
      }
      for number in (0...newest).reversed() {
        for member in members where try holds(role, number, member.id) {
          found.append(role.principal(epoch: number))
          break
        }
      }
    }
    return found
  }
}

extension Vault {
  /// The role in which a member waits for its key, from another who has it; nil where they wait for none.
  public func roleWithoutKey(_ handle: String) throws(VaultError) -> Role? {
    let member = try leaver(handle)
    return try store.look { tx throws(VaultError) in
      try SeedHolders(directory: ledger.directory, tx: tx).waits(member)?.role
    }
  }
}
