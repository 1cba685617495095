import AuditLog
import Sealing

extension Vault {
  /// Milliseconds in which failures count together.
  static let window = 15 * 60 * 1000

  /// Notes a wrong passphrase, or a code that opens no invitation, in the inbox. Nobody's key stands behind it, and whoever can write the
  /// file can take it away: SECURITY.md says so.
  func noteFailure(of handle: String) throws(VaultError) {
    let time = now()
    try store.transaction { tx throws(VaultError) in
      try tx.addToInbox(custody.who(handle).bytes, at: time)
    }
  }

  /// How many seconds the next try of this handle should wait: none for the first three failures in a
  /// quarter of an hour, then twice as long each time, at most half a minute.
  public func delay(before handle: String) throws(VaultError) -> Int {
    let who = custody.who(handle).bytes
    let since = now() - Self.window
    let failures = try store.look { tx throws(VaultError) in
      try tx.inbox().count { $0.what == who && $0.time >= since }
    }
    guard failures >= 3 else { return 0 }
    return min(30, 1 << min(failures - 3, 5))
  }
}

extension ActContext {
  /// Folds what stands in the inbox into the log, as nobody's. What is new there becomes an entry; it
  /// stays, marked, until the member it was tried for has succeeded or its time is over: somebody else's
  /// success must not end the wait of whoever guesses.
  func foldInbox() throws(VaultError) {
    let own = vault.ledger.roster.member(asker.member.identifier)?.who.bytes
    let since = vault.now() - Vault.window
    for item in try tx.inbox() {
      if !item.isFolded {
        let who = Digest(item.what)
        try append(Act.authFail, .unattributed) { entry in
          entry.why = .passphrase
          entry.who = who
        }
      }
      if item.what == own || item.time < since {
        try tx.deleteFromInbox(item.id)
      } else if !item.isFolded {
        try tx.markFolded(item)
      }
    }
  }
}
