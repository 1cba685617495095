import AuditLog
public import Sealing

extension Vault {
  /// Logs that a member's bundle key goes into the kernel's keyring, and lends it for the length of a
  /// call to be put there: only after the commit.
  public func openSession(
    _ handle: String, passphrase: borrowing SecretBytes,
    _ keep: (Span<UInt8>, _ sid: String) throws(VaultError) -> Void
  ) throws(VaultError) -> Receipt {
    let session = try unlock(handle, passphrase: passphrase)
    let entry = try act(as: session) { context throws(VaultError) in
      .allowed(try context.append(Act.sessionOpen))
    }
    try session.keyring.withBundleKey { key throws(VaultError) in try keep(key, session.sid) }
    return Receipt(entry: entry)
  }

  /// Logs the end of an unlocked session.
  public func closeSession(as session: borrowing Session) throws(VaultError) -> Receipt {
    Receipt(
      entry: try act(as: session) { context throws(VaultError) in
        .allowed(try context.append(Act.sessionClose))
      })
  }
}
