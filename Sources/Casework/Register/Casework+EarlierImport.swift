public import Vault

extension Casework {
  /// The entry by which the very same register was imported before; nil where none was.
  ///
  /// - Throws: `.vault(.denied)` for whoever may not import at all, as an import does.
  public func earlierImport(
    of file: RegisterFile, as session: borrowing Session
  ) throws(CaseworkError) -> Int? {
    let digest = try Self.digest(of: file)
    return try CaseworkError.ofVault { () throws(VaultError) in
      _ = try vault.checkImport(as: session)
      return try vault.earlierImport(of: digest)
    }
  }

  /// - Returns: the entry that says that it was not imported a second time.
  public func refuseImport(
    after earlier: Int, as session: borrowing Session
  ) throws(CaseworkError) -> Int {
    try CaseworkError.ofVault { () throws(VaultError) in
      try vault.refuseImport(after: earlier, as: session)
    }
  }
}
