import AuditLog
import FoundationEssentials
public import Sealing

extension Vault {
  /// Invites a person to a role (an admin's act).
  ///
  /// - Returns: the one-time code as text, to be told to them; valid seven days.
  public func invite(
    _ handle: String, as role: Role, by session: borrowing Session
  ) throws(VaultError) -> Invitation {
    guard Handle.isWellFormed(handle) else { throw .handleForm }
    let code = try VaultError.sealing { () throws(SealingError) in
      try InvitationCode.makeRandom()
    }
    let seq = try notingStaff(Act.memberInvite, for: .inviteMember, role: role, session) {
      session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard context.role(for: .inviteMember) != nil else {
          return try context.refuse(Act.memberInvite, .role) { $0.grole = role.rawValue }
        }
        return .allowed(try context.invite(handle, as: role, code: code))
      }
    }
    let text = try VaultError.sealing { () throws(SealingError) in
      try InvitationCode.text(of: code)
    }
    return Invitation(entry: seq, code: text)
  }

  /// Makes the keys of somebody invited, alone at the keyboard: nobody ever knows another's passphrase.
  ///
  /// A code that opens nothing has no key that could sign a refusal: like a wrong passphrase it waits in the inbox
  /// for the next member who signs.
  ///
  /// - Returns: the new member's fingerprint, to be compared in person.
  public func enrol(
    _ handle: String, code: borrowing SecretBytes, passphrase: borrowing SecretBytes
  ) throws(VaultError) -> Enrolling {
    do { return try enrolled(handle, code: code, passphrase: passphrase) } catch {
      switch error {
      case .invitationUnknown, .invitationUsed, .invitationExpired: try noteFailure(of: handle)
      default: break
      }
      throw error
    }
  }

  private func enrolled(
    _ handle: String, code: borrowing SecretBytes, passphrase: borrowing SecretBytes
  ) throws(VaultError) -> Enrolling {
    let secret = try Self.code(from: code)
    let words = try Passphrase.accept(passphrase)
    let key = try Enrolment.key(of: secret, vault: id)
    enrolling = ActorID(key.publicKey)
    defer { enrolling = nil }
    let pin = try resume(handle: handle)
    let fingerprint = try commit(by: key) { tx throws(VaultError) in
      let invitation = try openInvitation(of: ActorID(key.publicKey), handle, tx)
      let enrolled = try Enrolment(vault: id, ledger: ledger, custody: custody, tx: tx).enrol(
        code: secret, role: Role(rawValue: invitation.role.rawValue) ?? .intake,
        passphrase: words, low: isLowCost)
      return Enrolling(
        entry: enrolled.entry, fingerprint: Fingerprint(enrolled.bundle.signing.publicKey).text,
        needsSecond: !invitation.byRoot,
        byRoot: invitation.byRoot && invitation.role != .lead
          ? Role(rawValue: invitation.role.rawValue) : nil)
    }
    if pin == nil {
      guard let member = ledger.roster.member(who: custody.who(handle)) else {
        return fingerprint
      }
      try keepPin(handle: handle, actor: member.actor)
    }
    return fingerprint
  }

  private static func code(from text: borrowing SecretBytes) throws(VaultError) -> SecretBytes {
    do { return try InvitationCode.code(from: text) } catch { throw .invitationUnknown }
  }

  private func openInvitation(
    of actor: ActorID, _ handle: String, _ tx: Transaction
  ) throws(VaultError) -> RosterInvitation {
    guard let found = ledger.roster.invitation(actor), found.who == custody.who(handle)
    else { throw .invitationUnknown }
    guard found.used == nil else { throw .invitationUsed(invite: found.seq) }
    guard try found.isOpen(at: timeSeen(since: found.seq, tx)) else {
      throw .invitationExpired(invite: found.seq)
    }
    return found
  }

  /// Admits somebody whose fingerprint was compared in person: as an admin, their role; as a lead or a
  /// holder of the same standing role, the keys that the role has.
  public func admit(
    _ handle: String, by session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let seq = try notingStaff(Act.roleAdd, for: .meetNewcomer, session) {
      session throws(VaultError) in
      let found = try leaver(handle)
      return try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let member = context.directory.roster.member(found.id) else { throw .noSuchMember }
        return try context.admit(member, handle: handle)
      }
    }
    return Receipt(entry: seq)
  }

  /// The fingerprint of an enrolled member, or of the new keys that wait for an admin, as both read it out to
  /// each other. Whose role admits nobody is refused before a handle is looked up.
  public func fingerprint(
    of handle: String, as session: borrowing Session
  ) throws(VaultError) -> String {
    try notingStaff(Act.roleAdd, for: .meetNewcomer, session) { session throws(VaultError) in
      guard try may(.meetNewcomer, as: session), let member = try? leaver(handle) else {
        throw VaultError.noSuchMember
      }
      return text(of: member)
    }
  }

  /// The same for a trustee who is to let somebody in by recovery; nil where there is nobody, or who asks may
  /// not: beginning the recovery says so, with its entry.
  public func fingerprint(
    ofRecovered handle: String, as session: borrowing Session
  ) throws(VaultError) -> String? {
    guard try may(.keepShare, as: session) else { return nil }
    return (try? leaver(handle)).map(text)
  }

  private func text(of member: RosterMember) -> String {
    Fingerprint(ledger.directory.waitingKey(of: member)?.key ?? member.key).text
  }
}
