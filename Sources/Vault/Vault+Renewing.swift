import AuditLog
import Sealing

extension Vault {
  /// Makes what is due after a suspension of kind `compromised`, at most `limit` cases at a time; a lead's
  /// next command goes on.
  func settleCompromised(
    _ session: borrowing Session, limit: Int = Vault.casesSettledAtOnce
  ) throws(VaultError) {
    guard let since = ledger.roster.compromised,
      ledger.directory.roles(of: session.member).contains(.lead),
      try countCompromised() > 0
    else { return }
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      let renewal = try CaseKeyRenewal(context, since: since)
      var (done, last) = (0, 0)
      while done < limit,
        case let keys = try context.tx.filesDue(
          before: since, of: CaseKeyRenewal.classes, after: last, limit: limit),
        let newest = keys.last
      {
        last = newest
        for key in keys where done < limit {
          if try renewal.renew(key) { done += 1 }
        }
      }
      return .allowed(())
    }
  }

  /// How many cases still wait for it.
  func countCompromised() throws(VaultError) -> Int {
    guard let since = ledger.roster.compromised else { return 0 }
    return try store.look { tx throws(VaultError) in
      try tx.countFilesDue(before: since, of: CaseKeyRenewal.classes)
    }
  }
}
