import AuditLog
import Sealing

extension Vault {
  /// Everyone who has enrolled, in order. The entry says how many were listed.
  public func staff(as session: borrowing Session) throws(VaultError) -> [StaffMember] {
    let keyring = session.keyring
    let count = ledger.roster.members.count
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      guard context.role(for: .listStaff) != nil else {
        return try context.refuse(Act.list, .role) { $0.kind = "staff" }
      }
      try context.append(Act.list) { entry in
        entry.kind = "staff"
        entry.n = Entry.bucket(count)
        entry.role = context.asker.roles.first?.rawValue
      }
      return .allowed(())
    }
    return try store.look { tx throws(VaultError) in
      var found: [StaffMember] = []
      for member in ledger.roster.members { found.append(try staff(member, keyring, tx)) }
      return found
    }
  }

  private func staff(
    _ member: RosterMember, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> StaffMember {
    let id = MemberID(member.id)
    let waits = ledger.roster.waitingRoles.filter {
      ledger.roster.members[$0.member].id == member.id
    }
    let roles = ledger.directory.roles(of: id)
    let standing: StaffMember.Standing =
      member.suspended != nil
      ? .suspended : !roles.isEmpty ? .active : waits.isEmpty ? .enrolled : .waiting
    let shown = roles.isEmpty ? waits.compactMap { Role(rawValue: $0.role.rawValue) } : roles
    return StaffMember(
      handle: try handle(of: id, keyring, tx), member: id, roles: shown, standing: standing,
      fingerprint: Fingerprint(member.key).text, since: member.enrolled)
  }

  /// Opened under the vault key; the member's own is known without it.
  func handle(
    of member: MemberID, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> String? {
    guard let version = ledger.directory.version(of: .vault), let row = try tx.member(member),
      let sealed = try tx.staff(of: row.key),
      let key = try? keyring.officeKey(.vault, version: version, tx, custody)
    else { return nil }
    return StaffSeal.open(
      sealed, of: member.identifier, version: version, under: key, in: keyring.lasting, vault: id)
  }
}
