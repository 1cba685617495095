import AuditLog
import Sealing

extension Vault {
  /// Everyone who has enrolled, in order. The entry says how many were listed.
  public func staff(as session: borrowing Session) throws(VaultError) -> [StaffMember] {
    let keyring = session.keyring
    let count = ledger.roster.members.count
    let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .listStaff) else {
        return try context.refuse(Act.list, .role) { $0.kind = "staff" }
      }
      return .allowed(
        try context.append(Act.list) { entry in
          entry.kind = "staff"
          entry.n = Entry.bucket(count)
          entry.role = role.rawValue
        })
    }
    let staff = try store.look { tx throws(VaultError) in
      var found: [StaffMember] = []
      for member in ledger.roster.members { found.append(try self.staff(member, keyring, tx)) }
      return found
    }
    if staff.contains(where: \.isAltered) { try noteAlteredStaff(entry, session) }
    return staff
  }

  /// One of them. A handle that nobody has is a refusal with its entry, told to whoever may see the list.
  public func staff(
    named handle: String, as session: borrowing Session
  ) throws(VaultError) -> StaffMember? {
    let id = try notingStaff(Act.list, kind: "staff", for: .listStaff, session) {
      _ throws(VaultError) in MemberID(try leaver(handle).id)
    }
    return try staff(as: session).first { $0.member == id }
  }

  /// A handle that is not the one the log states is an entry of its own, as a field would be.
  private func noteAlteredStaff(_ ref: Int, _ session: borrowing Session) throws(VaultError) {
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      try context.append(Act.list, .failed) { entry in
        entry.kind = "staff"
        entry.why = .tampered
        entry.ref = ref
      }
      return .allowed(())
    }
  }

  private func staff(
    _ member: RosterMember, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> StaffMember {
    let id = MemberID(member.id)
    let (standing, shown) = standing(of: member)
    let handle = try sealedHandle(of: id, keyring, tx)
    return StaffMember(
      handle: handle.text, isAltered: handle == .altered, member: id, roles: shown,
      standing: standing, fingerprint: Fingerprint(member.key).text, since: member.enrolled)
  }

  /// Opened under the vault key, for showing.
  func handle(
    of member: MemberID, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> String? {
    try sealedHandle(of: member, keyring, tx).text
  }

  func handle(
    of invitation: RosterInvitation, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> String? {
    try opener(keyring, tx).handle(of: invitation).text
  }

  func sealedHandle(
    of member: MemberID, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> SealedHandle {
    try opener(keyring, tx).handle(of: member)
  }

  private func opener(_ keyring: Keyring, _ tx: Transaction) -> HandleOpener {
    HandleOpener(vault: id, custody: custody, roster: ledger.roster, keyring: keyring, tx: tx)
  }
}
