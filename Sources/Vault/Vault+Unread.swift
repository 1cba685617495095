import AuditLog

extension Vault {
  /// The newest suspension of somebody who had a case, by an entry that says that fields of some cases open to nobody
  /// since (`staff suspend --unread`); nil where there was none. Which cases it means no entry says.
  public func unreadSince(_ id: CaseID) throws(VaultError) -> Int? {
    try looking { tx throws(VaultError) -> Int? in
      guard let file = try tx.file(id) else { return nil }
      var found: Int?
      for row in try tx.assignments(of: file.key) {
        guard let ended = row.ended, (0..<ledger.frontier.size).contains(ended) else { continue }
        let entry = try ledger.provenEntry(ended, in: tx)
        guard entry.act == Act.memberSuspend, entry.out == .ok, entry.n != nil else { continue }
        found = max(found ?? ended, ended)
      }
      return found
    }
  }
}
