import AuditLog
import Sealing

extension Vault {
  /// Gives the standing epochs, and whoever else has it, what they lack of a case that somebody looks at who has it.
  /// After a recovery that is where somebody is hidden: no trustee opens it, and of those who may read it only the
  /// assigned still can; whom the new leads assigned meanwhile were given no key of it.
  ///
  /// A case that an epoch has not been given at all yet waits for its holders (`CaseSettler`): a list that names the
  /// epoch would say that it was.
  func passOn(_ id: CaseID, _ session: borrowing Session) throws(VaultError) {
    let epochs = ledger.directory.epochs.filter { !$0.isPart && $0.number > 0 }
    guard !epochs.isEmpty else { return }
    let (member, keyring, sid) = ((session.member, session.memberKey), session.keyring, session.sid)
    let principal = keyring.principal
    let (owed, isOwed) = try looking { tx throws(VaultError) -> ([LateEpoch], Bool) in
      guard let file = try tx.file(id) else { return ([], false) }
      let context = ActContext(
        vault: self, tx: tx, asker: asker(member.0, member.1), keyring: keyring, sid: sid)
      let own = try keys(of: principal, in: file, tx)
      var found: [LateEpoch] = []
      for late in epochs {
        let classes = Set(late.classes.map(\.rawValue))
        let lacking = own.filter { classes.contains($0.keyClass) }
          .subtracting(try keys(of: late.principal, in: file, tx))
        if !lacking.isEmpty, try tx.isDue(late, file: file.key) == false { found.append(late) }
      }
      return (found, try owes(file, context))
    }
    guard !owed.isEmpty || isOwed else { return }
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      guard let file = try context.tx.file(id) else { return .allowed(()) }
      for late in owed { _ = try CaseSettler(context, late).settle(file.key) }
      if isOwed { try RestrictionSettler(context: context, isOfClasses: true).give(file) }
      return .allowed(())
    }
  }

  /// Who has the case and lacks a key of it. What does not open is for its next reader to learn.
  private func owes(
    _ file: Transaction.File, _ context: ActContext
  ) throws(VaultError) -> Bool {
    do { return try RestrictionSettler(context: context, isOfClasses: true).owes(file) } catch {
      guard error.isAlteration else { throw error }
      return false
    }
  }

  /// What does not open gives nothing: whoever looked was told.
  private func keys(
    of principal: Principal, in file: Transaction.File, _ tx: Transaction
  ) throws(VaultError) -> Set<StatedGrants.KeyVersion> {
    guard let number = try tx.knownPrincipalKey(principal),
      let outer = try tx.pack(of: file.key, principal: number),
      let pack = try? custody.openPack(
        outer, of: file.key, caseID: file.id, principal: principal, vault: custody.vault)
    else { return [] }
    return Set(
      pack.items.map { StatedGrants.KeyVersion(keyClass: $0.keyClass, version: $0.keyVersion) })
  }
}
