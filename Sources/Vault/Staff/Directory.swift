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

  /// The roles in force, in the order of `Role`; none for a suspended member.
  func roles(of member: MemberID) -> [Role] {
    guard let found = roster.member(member.identifier) else { return [] }
    return found.roles.compactMap { Role(rawValue: $0.role.rawValue) }
  }

  /// Whether the owner of a key has a role, or had it as their first: what they gave in it stays given
  /// after they leave. (The roster keeps no history of later roles.)
  func hasHeld(_ role: Role, _ actor: ActorID) -> Bool {
    guard let found = roster.member(actor) else { return false }
    return found.roles.contains { $0.role.rawValue == role.rawValue }
      || found.hasHadRole && found.invitedAs.rawValue == role.rawValue
  }

  /// Since which entry a member has held a role.
  func roleSince(_ role: Role, of member: MemberID) -> Int? {
    roster.member(member.identifier)?.roles.first { $0.role.rawValue == role.rawValue }?.added
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

  private func version(_ kind: VaultKeyKind) -> UInt32? {
    roster.version(of: kind).flatMap { UInt32(exactly: $0.version) }
  }

  var rules: Digest? { roster.rules }
  var schema: Digest? { roster.schema }
  var generation: Int { roster.generation }

  func nextSequence(of actor: ActorID) -> Int { roster.nextSequence(of: actor) ?? 0 }
}
