import AuditLog

extension Vault {
  /// The roles in force of the member at work.
  public func roles(as session: borrowing Session) throws(VaultError) -> [Role] {
    try store.look { tx throws(VaultError) in try catchUp(tx) }
    return asker(session.member, session.memberKey).roles
  }

  /// The roles in force of a colleague, as everybody who works here may know them.
  public func roles(of member: MemberID) throws(VaultError) -> [Role] {
    try store.look { tx throws(VaultError) in try catchUp(tx) }
    return ledger.directory.roles(of: member)
  }

  /// Which of these fields of a case the policy would let this member write, by key or by deposit:
  /// from the table and the relation alone, as `mayRead` does for reading, and like it without an entry.
  public func mayWrite(
    _ fields: Set<FieldID>, to id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> Set<FieldID> {
    let (member, memberKey) = (session.member, session.memberKey)
    return try lookNoting(Act.fieldWrite, id, session) { tx throws(VaultError) in
      let asker = asker(member, memberKey)
      let gate = Gate(ledger: ledger, fields: self.fields, custody: custody, tx: tx)
      let file = try tx.file(id)
      let standings = try standings(of: asker, to: file, gate)
      // What is restricted may be written all the same, by deposit.
      return fields.filter { field in
        guard let rule = self.fields[field],
          case .allowed = Policy.decide(.write, rule, purpose: nil, standings: standings)
        else { return false }
        return true
      }
    }
  }

  /// Of these kinds of record, those of which a case has none: for whoever was just shown something of it and makes one
  /// more. One that is out of sight, or of somebody who does not read it, is there.
  ///
  /// No entry is needed: that of the look says who asks, and it is the case as it stood then.
  /// - Throws: `changedMeanwhile` where somebody wrote since.
  public func unrecorded(
    _ kinds: Set<UInt16>, in id: CaseID, at version: UInt64, as session: borrowing Session
  ) throws(VaultError) -> Set<UInt16> {
    let (member, memberKey) = (session.member, session.memberKey)
    return try lookNoting(Act.fieldRead, id, session) { tx throws(VaultError) in
      let gate = Gate(ledger: ledger, fields: self.fields, custody: custody, tx: tx)
      guard let file = try tx.file(id) else { return [] }
      let standings = try standings(of: asker(member, memberKey), to: file, gate)
      guard gate.refusal(of: standings) == nil else { return [] }
      guard file.version == version else { throw .changedMeanwhile }
      var missing = kinds
      for row in try tx.records(of: file.key) where missing.contains(row.kind) {
        // Of one that was destroyed nothing is left but its row.
        if try tx.fields(of: row.key).isEmpty { continue }
        missing.remove(row.kind)
      }
      return missing
    }
  }

  /// Of these cases those in which anybody wrote one of these fields who has, or had, one of some roles: for whoever brings
  /// the operations row up to what was recorded beside it.
  ///
  /// No entry is needed: nothing is opened or shown, and cases that the member's lists do not hold are passed over.
  public func written(
    _ fields: Set<FieldID>, by roles: Set<Role>, among ids: Set<CaseID>,
    as session: borrowing Session
  ) throws(VaultError) -> Set<CaseID> {
    let (member, keyring) = ((session.member, session.memberKey), session.keyring)
    let sid = session.sid
    return try looking { tx throws(VaultError) in
      try catchUp(tx)
      let context = ActContext(
        vault: self, tx: tx, asker: asker(member.0, member.1), keyring: keyring, sid: sid)
      let visible = try context.visibleFiles().keys.map(Set.init)
      var (found, isMeant) = (Set<CaseID>(), [Int: Bool]())
      for id in ids {
        guard let file = try tx.file(id), visible?.contains(file.key) ?? true else { continue }
        for writer in try tx.writers(of: fields, in: file.key) {
          if isMeant[writer] == nil { isMeant[writer] = try hasHeld(roles, writer, tx) }
          if isMeant[writer] == true { found.insert(id) }
        }
      }
      return found
    }
  }

  private func hasHeld(
    _ roles: Set<Role>, _ writer: Int, _ tx: Transaction
  ) throws(VaultError) -> Bool {
    guard let actor = ledger.directory.actor(of: try tx.memberID(writer)) else { return true }
    return roles.contains { ledger.directory.hasHeld($0, actor) }
  }

  /// How this member stands to a case, in each of their roles: what the rules of the work ask of who acts.
  /// Like `mayRead` it tells of the asker alone, and is the same for a case that there is not.
  public func standings(
    to id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> [CaseStanding] {
    let (member, memberKey) = (session.member, session.memberKey)
    return try lookNoting(Act.fieldRead, id, session) { tx throws(VaultError) in
      let asker = asker(member, memberKey)
      let gate = Gate(ledger: ledger, fields: self.fields, custody: custody, tx: tx)
      guard let file = try tx.file(id) else { return [] }
      return try standings(of: asker, to: file, gate).filter { $0.relation != .stranger }.map {
        CaseStanding(role: $0.role, relation: $0.relation)
      }
    }
  }

  /// With the open request of police and legal aid, as writing counts it.
  func standings(
    of asker: Gate.Asker, to file: Transaction.File?, _ gate: Gate
  ) throws(VaultError) -> [Gate.Standing] {
    guard let file else { return gate.standings(of: asker, among: []) }
    let excerpts = try gate.liveExcerpts(of: file, for: asker.memberKey, at: now())
    return try gate.standings(of: asker, to: file, holdsExcerpt: !excerpts.isEmpty)
  }

  /// The handle of a colleague, for showing who answers for a case; nil where it does not open under
  /// this member's vault key, or nobody is meant.
  ///
  /// No entry is needed: every member holds the vault key for just this, and the member's id comes from
  /// a case or a list whose own showing is an entry. It is a name of staff, never of anybody in a case.
  public func handle(
    of member: MemberID, as session: borrowing Session
  ) throws(VaultError) -> String? {
    let keyring = session.keyring
    return try store.look { tx throws(VaultError) in try handle(of: member, keyring, tx) }
  }
}
