import AuditLog
import Sealing

/// Opens sealed handles under the vault key, each against the hash that the log states of it.
struct HandleOpener {
  let vault: Identifier
  let custody: Custody
  let roster: Roster
  let keyring: Keyring
  let tx: Transaction

  /// Until an admin has admitted somebody, their handle lies where it was put when they were invited.
  func handle(of member: MemberID) throws(VaultError) -> SealedHandle {
    guard let row = try tx.member(member), let found = roster.member(member.identifier)
    else { return .altered }
    if let sealed = try tx.staff(of: row.key) {
      return try open(sealed, of: member.identifier, who: found.who)
    }
    guard let invitation = roster.invitations.first(where: { $0.seq == found.invited })
    else { return .altered }
    return try handle(of: invitation)
  }

  /// Sealed under the name of the invitation's key, because there was no member yet.
  func handle(of invitation: RosterInvitation) throws(VaultError) -> SealedHandle {
    let sealed = try tx.invited(seq: invitation.seq) ?? []
    let id = roster.key(of: invitation.actor)?.key.digest.identifier ?? .zero
    return try open(sealed, of: id, who: invitation.who)
  }

  /// The log states the hash of each handle: one sealed for somebody else, or sealed anew by whoever
  /// holds the vault key, is not theirs.
  private func open(
    _ sealed: [UInt8], of subject: Identifier, who: Digest
  ) throws(VaultError) -> SealedHandle {
    guard let version = StaffSeal.version(of: sealed) else { return .altered }
    guard let key = try? keyring.officeKey(.vault, version: version, tx, custody)
    else { return .closed }
    let handle = StaffSeal.open(
      sealed, of: subject, version: version, under: key, in: keyring.lasting, vault: vault)
    guard let handle, custody.who(handle) == who else { return .altered }
    return .opened(handle)
  }
}
