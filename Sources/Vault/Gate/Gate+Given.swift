import AuditLog
import FoundationEssentials
import Sealing

/// Keys that nobody has given somebody yet: of who has a role without its seed, or came to it by a recovery, which
/// holds no `safety`. That is no alteration, and they are told who can give it. By the entries of the case it is
/// told from a key that they were given and that is not there any more: that is one.
extension Gate {
  /// Of the fields of some sealed rows those of which the newest values lie under keys that a member was never given.
  ///
  /// - Parameter principals: whose wraps the member is to open.
  func ungiven(
    in rows: [Drawer.Row], _ restrictions: CaseRestrictions, of file: Transaction.File,
    to member: MemberID, _ principals: [Principal]
  ) throws(VaultError) -> Set<FieldID> {
    let needed = needed(in: rows, restrictions)
    let never = try neverGiven(Set(needed.values), of: file, to: member, principals)
    return Set(needed.filter { never.contains($0.value) }.keys)
  }

  /// Those of some keys that are not there for a member and were never given to them.
  func neverGiven(
    _ needed: Set<StatedGrants.KeyVersion>, of file: Transaction.File, to member: MemberID,
    _ principals: [Principal]
  ) throws(VaultError) -> Set<StatedGrants.KeyVersion> {
    guard !needed.isEmpty else { return [] }
    var own: [Principal] = []
    for principal in principals where try isOpen(principal, to: member) { own.append(principal) }
    var there: Set<StatedGrants.KeyVersion> = []
    for principal in own {
      // A pack that does not open is for who opens the field to tell.
      guard let pack = try? pack(of: principal, file) else { continue }
      for item in pack.items {
        there.insert(.init(keyClass: item.keyClass, version: item.keyVersion))
      }
    }
    let lacking = needed.subtracting(there)
    guard !lacking.isEmpty else { return [] }
    return lacking.subtracting(
      try granted(of: file.key, rec: try pseudonym(of: file), to: own))
  }

  /// The key of each field, by the header of its newest value. Copies lie under keys of their own.
  private func needed(
    in rows: [Drawer.Row], _ restrictions: CaseRestrictions
  ) -> [FieldID: StatedGrants.KeyVersion] {
    var needed: [FieldID: StatedGrants.KeyVersion] = [:]
    for row in rows where row.until == nil {
      for field in row.fields {
        guard let rule = fields[field.id],
          let version = try? SealedField.keyVersion(of: field.blob.span)
        else { continue }
        needed[field.id] = .init(keyClass: restrictions.keyClass(of: rule), version: version)
      }
    }
    return needed
  }

  private func pack(
    of principal: Principal, _ file: Transaction.File
  ) throws(VaultError) -> GrantPack? {
    guard let number = try tx.knownPrincipalKey(principal),
      let outer = try tx.pack(of: file.key, principal: number)
    else { return nil }
    return try custody.openPack(
      outer, of: file.key, caseID: file.id, principal: principal, vault: custody.vault)
  }

  /// Whether wraps of a standing role are the member's to open: its seed was given to them, also where it is not
  /// there any more.
  private func isOpen(_ principal: Principal, to member: MemberID) throws(VaultError) -> Bool {
    guard let role = StandingRole(principal) else { return true }
    let holders = SeedHolders(directory: ledger.directory, tx: tx)
    if try holders.holds(role, principal.epoch, member.identifier) { return true }
    let seed = StatedGrants.KeyVersion(
      keyClass: OfficeKey.standing(role).keyClass, version: principal.epoch)
    return try granted(of: 0, rec: nil, to: [.member(member.identifier)]).contains(seed)
  }

  /// What the entries of a case, or of the office, state that was wrapped to some principals.
  func granted(
    of file: Int, rec: Identifier?, to principals: [Principal]
  ) throws(VaultError) -> Set<StatedGrants.KeyVersion> {
    var found: Set<StatedGrants.KeyVersion> = []
    for (seq, bytes) in try tx.grantLists(of: file) where (0..<ledger.frontier.size).contains(seq) {
      let entry = try ledger.provenEntry(seq, in: tx)
      guard entry.out == .ok, entry.rec == rec, entry.grant == Digest.of(bytes),
        let list = try? GrantList(reading: bytes.span)
      else { continue }
      for context in list.entries.map(\.context) where principals.contains(context.principal) {
        found.insert(.init(keyClass: context.keyClass, version: context.keyVersion))
      }
    }
    return found
  }

  /// The role without whose seed a member opens nothing of a class that it holds of every case; nil where that is not
  /// what they lack.
  func roleWithoutSeed(
    of asker: Asker, for fieldClass: FieldClass
  ) throws(VaultError) -> Role? {
    let holders = SeedHolders(directory: ledger.directory, tx: tx)
    for role in asker.roles {
      guard let standing = role.standing,
        KeyTable.standingClasses(of: standing).contains(fieldClass),
        let epoch = ledger.directory.epoch(of: standing)?.number
      else { continue }
      if try holders.holds(standing, epoch, asker.member.identifier) == false { return role }
    }
    return nil
  }
}
