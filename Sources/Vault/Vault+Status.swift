import AuditLog
import FoundationEssentials
import Sealing

extension Vault {
  /// Whether a vault's files stand at a path.
  public static func exists(at path: String) -> Bool { VaultFolder.exists(at: path) }

  /// How long an invitation may be answered, in milliseconds.
  public static var invitationLifetime: Int { RosterInvitation.lifetime }

  /// How far the vault is. Every member may ask; the look is an entry.
  public func status(as session: borrowing Session) throws(VaultError) -> VaultStatus {
    let keyring = session.keyring
    let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .readStatus) else {
        return try context.refuse(Act.list, .role) { $0.kind = "status" }
      }
      return .allowed(
        try context.append(Act.list) { entry in
          entry.kind = "status"
          entry.role = role.rawValue
        })
    }
    let (waits, cases, due, backups) = try store.look {
      tx throws(VaultError) -> (
        [VaultStatus.Waiting], Int, [VaultStatus.DueCases], [LastBackup]
      ) in
      (try waiting(keyring, tx), try tx.fileCount(), try dueCases(tx), try lastBackups(tx))
    }
    let emergencies = try openEmergencies(session)
    let roles = ledger.roster.members.flatMap { ledger.directory.roles(of: MemberID($0.id)) }
    return VaultStatus(
      entries: ledger.frontier.size, newest: ledger.time, generation: custody.generation,
      cases: cases, members: ledger.roster.members.count,
      holders: roles.reduce(into: [:]) { $0[$1, default: 0] += 1 }, waiting: waits,
      dueKeys: dueKeys(roles), dueCases: due, compromised: try dueAfterCompromise(),
      unheld: try store.look { tx throws(VaultError) in
        try SeedHolders(directory: ledger.directory, tx: tx).unheld()
      }.sorted { $0.rawValue < $1.rawValue },
      unindexed: try store.look { tx throws(VaultError) in try tx.countUnindexed() },
      trusteesMissing: trusteesMissing, emergencies: emergencies,
      reviewsEmergencies: try may(.closeEmergency, as: session), missing: missingOfficers(),
      backups: backups, entry: entry)
  }

  private func openEmergencies(
    _ session: borrowing Session
  ) throws(VaultError) -> [VaultStatus.OpenEmergency] {
    let (keyring, member, memberKey) = (session.keyring, session.member, session.memberKey)
    return try looking { tx throws(VaultError) in
      let own = try toldEmergencies(member, memberKey, tx)
      let all = try unreviewedEmergencies(for: member, tx).filter { !$0.hasLapsed }
      return try Set(own + all).sorted { $0.entry < $1.entry }.map {
        item throws(VaultError) in
        VaultStatus.OpenEmergency(
          emergency: item, handle: try handle(of: item.asker, keyring, tx))
      }
    }
  }

  /// The standing of a member by what the log says, without unlocking anybody: what `whoami` needs.
  ///
  /// - Returns: nil for a handle that nobody has enrolled with.
  public func standing(
    of handle: String
  ) throws(VaultError) -> (standing: StaffMember.Standing, roles: [Role])? {
    if ledger.frontier.size == 0 { _ = try resume(handle: handle) }
    try store.look { tx throws(VaultError) in try ledger.catchUp(tx) }
    guard let member = ledger.roster.member(who: custody.who(handle)) else { return nil }
    return standing(of: member)
  }

  func standing(
    of member: RosterMember
  ) -> (standing: StaffMember.Standing, roles: [Role]) {
    let waits = ledger.roster.waitingRoles.filter {
      ledger.roster.members[$0.member].id == member.id
    }
    let roles = ledger.directory.roles(of: MemberID(member.id))
    let shown = roles.isEmpty ? waits.compactMap { Role(rawValue: $0.role.rawValue) } : roles
    if member.suspended != nil { return (.suspended, shown) }
    if !roles.isEmpty { return (.active, shown) }
    return (waits.isEmpty ? .enrolled : .waiting, shown)
  }

  // MARK: What waits

  private func waiting(
    _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> [VaultStatus.Waiting] {
    var found: [VaultStatus.Waiting] = []
    for invitation in ledger.roster.openInvitations(at: now())
    where try invitation.isOpen(at: timeSeen(since: invitation.seq, tx)) {
      found.append(
        .init(
          kind: .invited, handle: try handle(of: invitation, keyring, tx),
          role: Role(rawValue: invitation.role.rawValue), entry: invitation.seq))
    }
    for member in ledger.roster.members where isEnrolledAlone(member) {
      try found.append(
        waiting(.enrolled, member, member.invitedAs, member.enrolled, keyring, tx))
    }
    for role in ledger.roster.waitingRoles {
      try found.append(
        waiting(.role, ledger.roster.members[role.member], role.role, role.seq, keyring, tx))
    }
    for key in ledger.roster.waitingKeys {
      try found.append(
        waiting(.key, ledger.roster.members[key.member], nil, key.seq, keyring, tx))
    }
    let seeds = SeedHolders(directory: ledger.directory, tx: tx)
    for member in ledger.roster.members {
      guard let seed = try seeds.waits(member) else { continue }
      try found.append(
        waiting(
          .seed, member, MemberRole(rawValue: seed.role.rawValue), seed.since, keyring, tx))
    }
    for asked in ledger.roster.askedRecoveries {
      try found.append(
        waiting(
          .recovery, ledger.roster.members[asked.member], asked.role.maker, asked.seq, keyring, tx))
    }
    return found.sorted { $0.entry < $1.entry }
  }

  private func isEnrolledAlone(_ member: RosterMember) -> Bool {
    !member.hasHadRole && standing(of: member).standing == .enrolled
  }

  private func waiting(
    _ kind: VaultStatus.Waiting.Kind, _ member: RosterMember, _ role: MemberRole?, _ entry: Int,
    _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> VaultStatus.Waiting {
    VaultStatus.Waiting(
      kind: kind, handle: try handle(of: MemberID(member.id), keyring, tx),
      role: role.flatMap { Role(rawValue: $0.rawValue) }, entry: entry)
  }

  private func dueKeys(_ roles: [Role]) -> [VaultStatus.DueKey] {
    let directory = ledger.directory
    var due: [VaultStatus.DueKey] = [Role.lead, .duty, .statistician].compactMap { role in
      guard roles.contains(role),
        let standing = role.standingNumber.flatMap(StandingRole.init(rawValue:)),
        directory.isDue(.standing(standing))
      else { return nil }
      return .standing(role)
    }
    if directory.isDue(.vault) { due.append(.vault) }
    guard roles.contains(.lead) else { return due }
    if directory.isDue(.operations) { due.append(.operations) }
    if directory.isDue(.index) { due.append(.index) }
    if directory.isDue(.standing(.recovery)) { due.append(.recovery) }
    return due
  }

  private func missingOfficers() -> [Role] {
    [Role.lead, .duty].filter { role in
      role.standingNumber.flatMap(StandingRole.init(rawValue:)).flatMap {
        ledger.directory.epoch(of: $0)
      } == nil
    }
  }
}
