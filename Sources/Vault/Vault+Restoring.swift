import AuditLog
import FoundationEssentials
import Sealing

extension Vault {
  /// Whether custody of a vault is not there, or not readable: nobody is unlocked in it, and its log is all that it tells.
  public static func isCustodyLost(at path: String) throws(VaultError) -> Bool {
    let folder = VaultFolder(path)
    do {
      try folder.checkPresent()
      _ = try CustodyFile(opening: folder.custody, isExamined: true).constants()
      return try SQLiteCopy.isSound(examined: folder.custody) == false
    } catch {
      guard error.isDamage || error == .notAVault || error == .custodyMissing else { throw error }
      return true
    }
  }

  /// Which vault a backup says that it is of, so that it can be named before anything is done; a restore proves it.
  public static func origin(ofBackup path: String) throws(VaultError) -> String {
    try BroughtRecords.origin(of: path)
  }

  /// Restores beside a vault that is there: its log says what was destroyed since, and who tried.
  ///
  /// The entry comes first; whatever stops the restore is one too. The same member is unlocked in what is
  /// restored by the keys that they have here.
  ///
  /// - Parameter shares: two of the root seed, of a trustee.
  /// - Throws: `denied`; `noted` with what stopped it, also with `share`.
  public func restore(
    _ plan: RestorePlan, as session: borrowing Session, with shares: [BroughtShare] = []
  ) throws(VaultError) -> Restored {
    let role: Role = shares.isEmpty ? .admin : .trustee
    let asked = try beginRestore(session, shares, as: role)
    do { return try restored(plan, session, shares) } catch {
      let why: Refusal = error.isOfAnotherPast ? .state : .tampered
      let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        .allowed(
          try context.append(Act.vaultRestore, .failed) { entry in
            (entry.ref, entry.why) = (asked, why)
            entry.role = role.rawValue
          })
      }
      throw .noted(error, entry: entry)
    }
  }

  private func beginRestore(
    _ session: borrowing Session, _ shares: [BroughtShare], as role: Role
  ) throws(VaultError) -> Int {
    guard shares.isEmpty else {
      return try underRoot(shares, session) { context, _ throws(VaultError) in
        try context.append(Act.vaultRestore) { $0.role = role.rawValue }
      }
    }
    return try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard context.role(for: .restoreVault) == role else {
        return try context.refuse(Act.vaultRestore, .role)
      }
      return .allowed(try context.append(Act.vaultRestore) { $0.role = role.rawValue })
    }
  }

  private func restored(
    _ plan: RestorePlan, _ session: borrowing Session, _ shares: [BroughtShare]
  ) throws(VaultError) -> Restored {
    let restoration = try Restoration(plan, now: now) { head throws(VaultError) in
      guard head.origin == origin else { throw .backup(.otherVault) }
      return try NewerLog(of: self, after: head)
    }
    let (handle, sid, keyring) = (session.handle, session.sid, session.keyring)
    return try keyring.withBundleKey { span throws(VaultError) in
      let key = try VaultError.sealing { () throws(SealingError) in
        try SecretBytes(capacity: span.count) { out in
          for index in span.indices { out.append(span[index]) }
        }
      }
      do throws(VaultError) {
        let other = try restoration.vault.unlock(handle, bundleKey: key, sid: sid)
        return try restoration.finish(as: other, with: shares)
      } catch .locked {
        // They came after the backup, or their keys did.
        throw .backup(.notAdministrator)
      }
    }
  }
}

extension VaultError {
  /// What is refused because somebody remembers more, and not because a file is not what it was.
  fileprivate var isOfAnotherPast: Bool {
    switch self {
    case .rolledBack, .backup(.keysMissing), .backup(.custodyBehind), .backup(.otherVault),
      .backup(.notAdministrator),
      .alreadyThere,
      .backup(.exists):
      true
    default: false
    }
  }
}
