import AuditLog
import Sealing

extension ActContext {
  /// Logs an invitation and seals the handle under the vault key.
  func invite(
    _ handle: String, as role: Role, code: borrowing SecretBytes
  ) throws(VaultError) -> Int {
    try invite(handle, as: role, code: code, by: keyring.bundle.signing, sid: sid)
  }

  /// - Parameters:
  ///   - key: that of the member at work, or root.
  ///   - sid: nil for root, who has no session.
  func invite(
    _ handle: String, as role: Role, code: borrowing SecretBytes, by key: borrowing SigningKey,
    sid: String?
  ) throws(VaultError) -> Int {
    let enrolment = Enrolment(
      vault: vault.id, ledger: vault.ledger, custody: custody, tx: tx)
    let (seq, invitation) = try enrolment.invite(handle, as: role, code: code, by: key, sid: sid)
    let (version, key) = try vaultKey()
    let sealed = try StaffSeal.seal(
      handle, of: invitation.digest.identifier, writer: keyring.member, version: version,
      under: key, in: keyring.lasting, vault: vault.id)
    try tx.setInvited(sealed, seq: seq)
    return seq
  }

  func vaultKey() throws(VaultError) -> (version: UInt32, handle: KeyHandle) {
    guard let version = directory.version(of: .vault) else { throw .keyMissing }
    return (version, try keyring.officeKey(.vault, version: version, tx, custody))
  }

  // MARK: Admitting

  /// An admin adds the role; a lead confirms it with the keys it has; a holder of a standing role hands
  /// its key on. Who is none of these is refused.
  func admit(_ member: RosterMember, handle: String) throws(VaultError) -> Ruling<Int> {
    if let waiting = directory.waitingKey(of: member) {
      return try takeKeys(waiting, of: member)
    }
    if asker.roles.contains(.admin) { return try add(member, handle: handle) }
    if let waiting = waitingRole(of: member), waiting.role == .admin {
      return try approve(member, waiting)
    }
    if asker.roles.contains(.lead) || holdsStandingRole(of: member) {
      return try confirm(member)
    }
    return try refuse(Act.roleAdd, .role) { $0.subj = member.actor }
  }

  private func waitingRole(of member: RosterMember) -> WaitingRole? {
    directory.roster.waitingRoles.first { directory.roster.members[$0.member].id == member.id }
  }

  /// The second person for an administrator is a trustee: a lead reads cases, and who keeps the people
  /// must not depend on them.
  private func approve(
    _ member: RosterMember, _ waiting: WaitingRole
  ) throws(VaultError) -> Ruling<Int> {
    guard asker.roles.contains(.trustee) else {
      return try refuse(Act.approvalGive, .role) { $0.subj = member.actor }
    }
    guard MemberID(member.id) != asker.member else {
      return try refuse(Act.approvalGive, .secondPerson) { $0.subj = member.actor }
    }
    if let lapse = try lapse(ofAsk: waiting.seq) {
      return try refuse(Act.approvalGive, lapse) { $0.subj = member.actor }
    }
    return .allowed(
      try append(Act.approvalGive) { entry in
        entry.ref = waiting.seq
        entry.subj = member.actor
        entry.role = Role.trustee.rawValue
      })
  }

  private func holdsStandingRole(of member: RosterMember) -> Bool {
    asker.roles.contains { role in
      role.standingNumber != nil && member.roles.contains { $0.role.rawValue == role.rawValue }
    }
  }

  private func add(_ member: RosterMember, handle: String) throws(VaultError) -> Ruling<Int> {
    guard member.suspended == nil, !member.hasHadRole,
      !directory.roster.waitingRoles.contains(where: {
        directory.roster.members[$0.member].id == member.id
      })
    else { throw .nothingToDo }
    let seq = try append(Act.roleAdd) { entry in
      entry.subj = member.actor
      entry.grole = member.invitedAs.rawValue
      entry.ref = member.enrolled
      entry.role = Role.admin.rawValue
    }
    try wrapVaultKey(to: member)
    try sealHandle(handle, of: member)
    return .allowed(seq)
  }

  /// A role by the word of root: in force at once. The vault key is given by the member at work.
  func add(
    _ role: Role, to member: RosterMember, handle: String, by root: borrowing SigningKey
  ) throws(VaultError) -> Int {
    guard
      !directory.roster.waitingRoles.contains(where: {
        directory.roster.members[$0.member].id == member.id
      })
    else { throw .nothingToDo }
    let seq = try vault.ledger.append(Act.roleAdd, by: root, in: tx) { entry in
      (entry.subj, entry.grole) = (member.actor, role.rawValue)
      entry.ref = member.enrolled
    }
    try wrapVaultKey(to: member)
    try sealHandle(handle, of: member)
    return seq
  }

  private func holder(_ member: RosterMember) -> OfficeKeys.Holder {
    OfficeKeys.Holder(principal: .member(member.id), box: member.box)
  }

  /// Every member holds the vault key: it opens the handles of staff, and nothing of any case.
  private func wrapVaultKey(to member: RosterMember) throws(VaultError) {
    try stateWrap(
      held(.vault), to: member, grole: nil, ref: nil, kind: OfficeKey.vault.kind)
  }

  private func sealHandle(_ handle: String, of member: RosterMember) throws(VaultError) {
    guard let row = try tx.member(MemberID(member.id)) else { throw .noSuchMember }
    let (version, key) = try vaultKey()
    let sealed = try StaffSeal.seal(
      handle, of: member.id, writer: keyring.member, version: version, under: key,
      in: keyring.lasting, vault: vault.id)
    try tx.setStaff(sealed, of: row.key)
  }

  /// The second person's part: what the role needs, as far as this member can give it.
  private func confirm(_ member: RosterMember) throws(VaultError) -> Ruling<Int> {
    guard let waiting = waitingRole(of: member) else { return try hand(to: member) }
    guard let role = Role(rawValue: waiting.role.rawValue) else { throw .roleNotGiven }
    if MemberID(member.id) == asker.member {
      return try refuse(Act.keyWrap, .secondPerson) { $0.subj = member.actor }
    }
    if let lapse = try lapse(ofAsk: waiting.seq) {
      return try refuse(Act.keyWrap, lapse) { $0.subj = member.actor }
    }
    return .allowed(
      try stateWrap(
        giveable(to: role), to: member, grole: role.rawValue, ref: waiting.seq, kind: nil))
  }

  /// More keys for somebody whose role is in force: of the first of their roles that lacks any.
  private func hand(to member: RosterMember) throws(VaultError) -> Ruling<Int> {
    guard !member.roles.isEmpty else { throw .roleNotGiven }
    for held in member.roles {
      guard let role = Role(rawValue: held.role.rawValue) else { continue }
      let versions = try missing(giveable(to: role), to: member)
      guard !versions.isEmpty else { continue }
      return .allowed(
        try stateWrap(
          versions, to: member, grole: role.rawValue, ref: held.added, kind: nil))
    }
    throw .nothingToDo
  }

  /// What a member was not given before: nobody is admitted twice.
  func missing(
    _ versions: [OfficeKeys.Version], to member: RosterMember
  ) throws(VaultError) -> [OfficeKeys.Version] {
    let principal = try tx.principalKey(.member(member.id))
    var found: [OfficeKeys.Version] = []
    for version in versions
    where try tx.officePack(
      keyClass: version.key.keyClass, version: version.number, principal: principal) == nil
    {
      found.append(version)
    }
    return found
  }

  /// The keys that a role has and this member holds.
  private func giveable(to role: Role) -> [OfficeKeys.Version] {
    var found: [OfficeKeys.Version] = []
    for key in [OfficeKey.operations, .index] where key.isHeld(by: role) {
      guard asker.roles.contains(where: key.isHeld) else { continue }
      found += held(key)
    }
    if let standing = role.standingNumber.flatMap(StandingRole.init(rawValue:)),
      asker.roles.contains(role), let epoch = directory.epoch(of: standing)
    {
      found.append(OfficeKeys.Version(key: .standing(standing), number: epoch.number))
    }
    return found
  }

  /// Every version of a key that this member holds: rows and handles stay under the one of their day.
  func held(_ key: OfficeKey) -> [OfficeKeys.Version] {
    guard let newest = directory.version(of: key) else { return [] }
    return (0...newest).filter { version in
      (try? keyring.officeKey(key, version: version, tx, custody)) != nil
    }.map { OfficeKeys.Version(key: key, number: $0) }
  }

  @discardableResult
  func stateWrap(
    _ versions: [OfficeKeys.Version], to member: RosterMember, grole: String?, ref: Int?,
    kind: String?
  ) throws(VaultError) -> Int {
    let list = try officeKeys.wrap(versions, to: [holder(member)])
    let seq = try append(Act.keyWrap) { entry in
      entry.subj = member.actor
      entry.grole = grole
      entry.ref = ref
      entry.kind = kind
      entry.grant = list.digest
      entry.role = asker.roles.first?.rawValue
    }
    try tx.insertGrantList(list.bytes, of: 0, seq: seq)
    return seq
  }
}
