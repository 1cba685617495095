import AuditLog
import Sealing

/// What the log that is restored is told of its restore, and by whose right.
extension Restoration {
  typealias Stated = (entry: Int, acceptance: Int, role: Role, again: ErasureReplay.Done)

  /// Whether who restores may bring shares of the root seed, asked before they are typed.
  ///
  /// - Throws: `.backup` with `notAdministrator`.
  public func checkShares(as session: borrowing Session) throws(VaultError) {
    do { try vault.checkShares(for: .root, as: session) } catch .denied {
      throw .backup(.notAdministrator)
    }
  }

  /// An administrator of the log that is restored; or a trustee of it with two shares of its root seed, and then root asks
  /// the auditor, in the trustee's name.
  func state(
    as session: borrowing Session, _ shares: [BroughtShare]
  ) throws(VaultError) -> Stated {
    guard shares.isEmpty else { return try stateByRoot(as: session, shares) }
    return try vault.act(as: session) { context throws(VaultError) -> Ruling<Stated> in
      guard let role = context.role(for: .restoreVault) else {
        return try context.refuse(Act.vaultRestore, .role)
      }
      let entry = try stateBackups(context, as: role)
      // Asked anew also where one waits: that was for another restore, and who remembers it is not satisfied by it.
      let acceptance = try context.append(Act.vaultAccept) { asked in
        (asked.sum, asked.n, asked.role) = (Digest.of(given), gone, role.rawValue)
      }
      return .allowed((entry, acceptance, role, try again(context, entry, as: role)))
    }
  }

  private func stateByRoot(
    as session: borrowing Session, _ shares: [BroughtShare]
  ) throws(VaultError) -> Stated {
    try vault.underRoot(shares, session) { context, root throws(VaultError) -> Stated in
      // Asked anew also where one waits: this is another restore, and another person behind it.
      let acceptance = try vault.ledger.append(Act.vaultAccept, by: root, in: context.tx) { asked in
        (asked.sum, asked.n) = (Digest.of(given), gone)
        asked.subj = ActorID(context.keyring.bundle.signing.publicKey)
      }
      let entry = try stateBackups(context, as: .trustee)
      return (entry, acceptance, .trustee, try again(context, entry, as: .trustee))
    }
  }

  /// How many entries anybody is known to remember that are given up; nil where a backup may lack some that nobody told of.
  private var gone: Int? {
    remembered.map { Entry.bucket($0 - entries) } ?? (isOfBackup ? nil : 0)
  }

  /// The log that is given up.
  private var given: [UInt8] { vault.putBack?.pin.note ?? newer?.note ?? records.note }

  private func stateBackups(_ context: ActContext, as role: Role) throws(VaultError) -> Int {
    let entry = try context.append(Act.vaultRestore) { entry in
      (entry.kind, entry.sum) = (BackupKind.records.rawValue, records.digest)
      entry.role = role.rawValue
      // What custody has destroyed since, the log knows from here on.
      entry.gen = isCustodyAhead ? vault.custody.generation : nil
    }
    if let custodyBackup {
      try context.append(Act.vaultRestore) { entry in
        (entry.kind, entry.sum) = (BackupKind.custody.rawValue, custodyBackup.digest)
        (entry.ref, entry.role) = (entry.seq - 1, role.rawValue)
      }
    }
    return entry
  }

  private func again(
    _ context: ActContext, _ restore: Int, as role: Role
  ) throws(VaultError) -> ErasureReplay.Done {
    try ErasureReplay(
      context: context, newer: newer, isCustodyAhead: isCustodyAhead, restore: restore, role: role
    ).run()
  }

  /// Whether nobody is known who could give the acceptance: every other auditor of the log is one no more by what came
  /// after it.
  func lacksAuditor(_ session: borrowing Session) -> Bool {
    let own = session.member.identifier
    return vault.ledger.roster.holders(of: .auditor).allSatisfy { auditor in
      guard auditor.id != own else { return true }
      guard let later = latestRoster?.member(auditor.id) else { return false }
      return !later.holds(.auditor)
    }
  }
}
