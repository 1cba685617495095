import AuditLog

extension Vault {
  /// Begins to follow the log: one entry, written first, for all the entries that are shown after it.
  public func beginFollowing(as session: borrowing Session) throws(VaultError) -> Receipt {
    Receipt(entry: try stateReading(kind: "tail", session))
  }

  /// Shows what was written since, in order, each entry proven under the head.
  ///
  /// - Parameter first: the first entry to show.
  /// - Returns: the first entry to show the next time.
  /// - Throws: `denied` once the member may not read the log any more.
  public func follow(
    from first: Int, as session: borrowing Session,
    _ show: (LogLine) throws(VaultError) -> Void
  ) throws(VaultError) -> Int {
    try store.look { tx throws(VaultError) in try catchUp(tx) }
    let roles = ledger.directory.roles(of: session.member)
    guard roles.contains(where: OfficeAct.readLog.roles.contains) else {
      // Written down as every refusal is.
      _ = try stateReading(kind: "tail", session)
      return first
    }
    let end = ledger.frontier.size
    guard first < end else { return first }
    try showLines(max(0, first)..<end, session.keyring, show)
    return end
  }
}
