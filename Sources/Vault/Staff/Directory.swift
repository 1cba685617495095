import AuditLog
import Sealing

/// The people of the vault and their keys, as the log states them and in this room's words. There is
/// no other source: a table that says otherwise is wrong.
struct Directory {
  let roster: Roster

  init(_ roster: Roster) { self.roster = roster }

  // MARK: Members

  /// The member whose key signed an entry.
  func member(_ actor: ActorID) -> MemberID? { roster.member(actor).map { MemberID($0.id) } }

  func member(who: Digest) -> MemberID? { roster.member(who: who).map { MemberID($0.id) } }

  func actor(of member: MemberID) -> ActorID? { roster.member(member.identifier)?.actor }

  func box(of member: MemberID) -> BoxPublicKey? {
    guard let found = roster.member(member.identifier), found.suspended == nil else { return nil }
    return found.box
  }

  func isSuspended(_ member: MemberID) -> Bool {
    roster.member(member.identifier)?.suspended != nil
  }

  /// The roles in force, in the order of `Role`; none for a suspended member.
  func roles(of member: MemberID) -> [Role] {
    guard let found = roster.member(member.identifier) else { return [] }
    return found.roles.compactMap { Role(rawValue: $0.role.rawValue) }
  }

  /// Why nobody asks any more for what an entry asks; nil while who asked may ask.
  func lapse(of ask: Entry) -> AskLapse? {
    guard let asker = member(ask.actor), !isSuspended(asker) else { return .askerSuspended }
    guard let role = ask.role.flatMap(Role.init(rawValue:)) else { return nil }
    return roles(of: asker).contains(role) ? nil : .roleLost
  }

  /// Whether the owner of a key has a role, or had it: what they gave in it stays given after they leave.
  func hasHeld(_ role: Role, _ actor: ActorID) -> Bool {
    guard let found = roster.member(actor) else { return false }
    return found.roles.contains { $0.role.rawValue == role.rawValue }
      || MemberRole(rawValue: role.rawValue).map { roster.hasEnded($0, actor) } ?? false
  }

  /// Since which entry a member has held a role.
  func roleSince(_ role: Role, of member: MemberID) -> Int? {
    roster.member(member.identifier)?.roles.first { $0.role.rawValue == role.rawValue }?.added
  }

  /// New keys of a member that wait for an admin.
  func waitingKey(of member: RosterMember) -> WaitingKey? {
    roster.waitingKeys.first { roster.members[$0.member].id == member.id }
  }

  // MARK: Keys

  func epoch(of role: StandingRole) -> (number: UInt32, box: BoxPublicKey)? {
    guard let epoch = roster.epoch(of: role), let number = UInt32(exactly: epoch.epoch)
    else { return nil }
    return (number, epoch.box)
  }

  /// The version of a vault-wide key that counts.
  func version(of key: OfficeKey) -> UInt32? {
    switch key {
    case .standing(let role): epoch(of: role)?.number
    case .vault: version(.vault)
    case .operations: version(.operations)
    case .index: version(.index)
    }
  }

  /// Whether an office key has to be made: it is not there yet, or somebody who held it has left.
  func isDue(_ key: OfficeKey) -> Bool {
    switch key {
    case .standing(let role): return roster.epoch(of: role) == nil || roster.isDue(role)
    case .vault: return isOlder(roster.version(of: .vault)?.seq, than: roster.lastSuspension)
    case .operations: return isDue(key, .operations)
    case .index: return isDue(key, .index)
    }
  }

  private func isDue(_ key: OfficeKey, _ kind: VaultKeyKind) -> Bool {
    let holders = MemberRole.allCases.filter {
      Role(rawValue: $0.rawValue).map(key.isHeld) ?? false
    }
    return isOlder(roster.version(of: kind)?.seq, than: roster.lastEnd(of: Set(holders)))
  }

  private func isOlder(_ made: Int?, than end: Int?) -> Bool {
    guard let made else { return true }
    return end.map { $0 > made } ?? false
  }

  /// The number that the next version of an office key has.
  func nextVersion(of key: OfficeKey) -> UInt32 {
    if let version = version(of: key) { return version + 1 }
    return if case .standing = key { 0 } else { 1 }
  }

  private func version(_ kind: VaultKeyKind) -> UInt32? {
    roster.version(of: kind).flatMap { UInt32(exactly: $0.version) }
  }

  var rules: Digest? { roster.rules }
  var schema: Digest? { roster.schema }
  var generation: Int { roster.generation }

  func nextSequence(of actor: ActorID) -> Int { roster.nextSequence(of: actor) ?? 0 }
}
