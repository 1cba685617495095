import AuditLog
import Sealing

extension Vault {
  /// Everyone who has enrolled, in order. The entry says how many were listed.
  public func staff(as session: borrowing Session) throws(VaultError) -> [StaffMember] {
    let keyring = session.keyring
    let count = ledger.roster.members.count
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      guard let role = context.role(for: .listStaff) else {
        return try context.refuse(Act.list, .role) { $0.kind = "staff" }
      }
      try context.append(Act.list) { entry in
        entry.kind = "staff"
        entry.n = Entry.bucket(count)
        entry.role = role.rawValue
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
    let (standing, shown) = standing(of: member)
    return StaffMember(
      handle: try handle(of: id, keyring, tx), member: id, roles: shown, standing: standing,
      fingerprint: Fingerprint(member.key).text, since: member.enrolled)
  }

  /// Opened under the vault key. Until an admin has admitted somebody, their handle lies where it was
  /// put when they were invited.
  func handle(
    of member: MemberID, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> String? {
    guard let row = try tx.member(member) else { return nil }
    if let sealed = try tx.staff(of: row.key) {
      return try open(sealed, of: member.identifier, keyring, tx)
    }
    guard let found = ledger.roster.member(member.identifier),
      let invitation = ledger.roster.invitations.first(where: { $0.seq == found.invited })
    else { return nil }
    return try handle(of: invitation, keyring, tx)
  }

  /// Sealed under the name of the invitation's key, because there was no member yet.
  func handle(
    of invitation: RosterInvitation, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> String? {
    guard let sealed = try tx.invited(seq: invitation.seq),
      let id = ledger.roster.key(of: invitation.actor)?.key.digest.identifier
    else { return nil }
    return try open(sealed, of: id, keyring, tx)
  }

  /// Nil for whoever holds no vault key yet.
  private func open(
    _ sealed: [UInt8], of subject: Identifier, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> String? {
    guard let version = ledger.directory.version(of: .vault),
      let key = try? keyring.officeKey(.vault, version: version, tx, custody)
    else { return nil }
    return StaffSeal.open(
      sealed, of: subject, version: version, under: key, in: keyring.lasting, vault: id)
  }
}
