import AuditLog
import Sealing

extension Vault {
  /// Makes what is due after a suspension of kind `compromised`, at most `limit` cases at a time; the next
  /// command of somebody with the role goes on.
  func settleCompromised(
    _ session: borrowing Session, limit: Int = Vault.casesSettledAtOnce
  ) throws(VaultError) {
    guard let since = ledger.roster.compromised else { return }
    let roles = ledger.directory.roles(of: session.member).filter(CaseKeyRenewal.makers.contains)
    // Looked for without the write lock, and by who can make them alone: at nearly every command there is nothing.
    guard !roles.isEmpty, try dueAfterCompromise(roles).isEmpty == false else { return }
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      var done = 0
      for role in roles {
        let renewal = try CaseKeyRenewal(context, since: since, as: role)
        try renew(renewal, &done, limit, context.tx)
      }
      return .allowed(())
    }
  }

  private func renew(
    _ renewal: CaseKeyRenewal, _ done: inout Int, _ limit: Int, _ tx: Transaction
  ) throws(VaultError) {
    var last = 0
    while done < limit,
      case let keys = try tx.filesDue(
        before: renewal.since, of: renewal.classes, after: last, limit: limit),
      let newest = keys.last
    {
      last = newest
      for key in keys where done < limit {
        if try renewal.renew(key) { done += 1 }
      }
    }
  }

  /// How many cases still wait for it, and for whose commands; one that waits for both is in both.
  func dueAfterCompromise(
    _ makers: [Role] = CaseKeyRenewal.makers
  ) throws(VaultError) -> [VaultStatus.DueCases] {
    guard let since = ledger.roster.compromised else { return [] }
    return try store.look { tx throws(VaultError) in
      var due: [VaultStatus.DueCases] = []
      for role in makers {
        let count = try tx.countFilesDue(before: since, of: CaseKeyRenewal.classes(of: role))
        guard count > 0 else { continue }
        due.append(.init(role: role.rawValue, count: count, giver: role.rawValue))
      }
      return due
    }
  }
}
