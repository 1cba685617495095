import AuditLog
import FoundationEssentials
import Sealing

/// How a person becomes a member: invited with a one-time code, enrolled with keys of their own making.
/// Used for the first admin and for everyone after.
struct Enrolment {
  let vault: Identifier
  let ledger: Ledger
  let custody: Custody
  let tx: Transaction

  /// Logs an invitation.
  ///
  /// - Returns: its entry, and the key that the code stands for.
  func invite(
    _ handle: String, as role: Role, code: borrowing SecretBytes, by key: borrowing SigningKey,
    sid: String?
  ) throws(VaultError) -> (seq: Int, invitation: VerifyingKey) {
    let who = custody.who(handle)
    if let member = ledger.roster.member(who: who), member.suspended == nil { throw .handleTaken }
    let invitation = try Self.key(of: code, vault: vault).publicKey
    let vkey = try Self.vkey(invitation, ledger.origin)
    let seq = try ledger.append(Act.memberInvite, by: key, in: tx) { entry in
      entry.who = who
      entry.grole = role.rawValue
      entry.vkey = vkey
      entry.sid = sid
    }
    return (seq, invitation)
  }

  /// Makes a member's keys and passphrase slot and logs them, signed by the invitation key.
  func enrol(
    code: borrowing SecretBytes, role: Role, passphrase: borrowing SecretBytes, low: Bool
  ) throws(VaultError) -> Enrolled {
    let invitationKey = try Self.key(of: code, vault: vault)
    guard let invitation = ledger.roster.invitation(ActorID(invitationKey.publicKey))
    else { throw .invitationUnknown }
    let bundle = try VaultError.sealing { () throws(SealingError) in
      try MemberBundle.makeRandom(vault: vault)
    }
    let member = MemberID(bundle.firstMemberID)
    let memberKey = try store(
      bundle, of: member, passphrase: passphrase, cost: Passphrase.cost(for: role, low: low))
    let vkey = try Self.vkey(bundle.signing.publicKey, ledger.origin)
    let actor = ActorID(bundle.signing.publicKey)
    let box = Data(bundle.box.publicKey.bytes).base64EncodedString()
    let seq = try ledger.append(Act.memberEnrol, by: invitationKey, in: tx) { entry in
      entry.ref = invitation.seq
      entry.vkey = vkey
      entry.box = box
      entry.subj = actor
    }
    return Enrolled(member: member, memberKey: memberKey, entry: seq, bundle: bundle)
  }

  /// The bundle under a random key, that key under the passphrase: so a passphrase can change without
  /// the keys changing.
  private func store(
    _ bundle: borrowing MemberBundle, of member: MemberID, passphrase: borrowing SecretBytes,
    cost: StretchingCost
  ) throws(VaultError) -> Int {
    var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 4) }
    let bundleKey = arena.makeRandom()
    do {
      let slot = try PassphraseSlot.make(
        number: 0, bundleKey: bundleKey, in: arena, passphrase: passphrase, cost: cost,
        vault: vault, member: member.identifier)
      let sealed = try bundle.seal(under: bundleKey, in: arena)
      let key = try tx.insertMember(member, bundle: sealed)
      try tx.insertSlot(slot.bytes, number: 0, of: key)
      return key
    } catch let error as VaultError {
      throw error
    } catch { throw .sealing }
  }

  static func key(
    of code: borrowing SecretBytes, vault: Identifier
  ) throws(VaultError) -> SigningKey {
    do { return try InvitationCode.signingKey(for: code, vault: vault) } catch {
      throw .invitationUnknown
    }
  }

  static func vkey(_ key: VerifyingKey, _ origin: String) throws(VaultError) -> String {
    do { return try NoteKey.actor(key, origin: origin).text } catch { throw .sealing }
  }
}
