import AuditLog
public import Sealing

/// Shares that trustees bring: read, put together, and every refusal written down.
extension Vault {
  /// Whether the member may bring shares, asked before they are typed: a refusal is an entry.
  public func checkShares(for use: ShareUse, as session: borrowing Session) throws(VaultError) {
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      guard context.role(for: .keepShare) != nil else {
        return try context.refuse(use.act, .role)
      }
      return .allowed(())
    }
  }

  /// The words of one share, as they were typed.
  ///
  /// - Parameter number: which one it is, from 1.
  /// - Throws: `noted` with `share`.
  public func readShare(
    _ text: borrowing SecretBytes, number: Int, for use: ShareUse, as session: borrowing Session
  ) throws(VaultError) -> BroughtShare {
    do throws(ShareFault) { return try BroughtShare(reading: text, number: number) } catch {
      throw try noted(error, use, session)
    }
  }

  /// Trustees gave fewer shares than it takes.
  ///
  /// - Throws: `noted` with `share`, always.
  public func refuseTooFew(
    for use: ShareUse, as session: borrowing Session
  ) throws(VaultError) -> Never {
    throw try noted(.tooFew, use, session)
  }

  /// Runs a body with the seed of some shares; what is wrong with them, alone or for the body, is written
  /// down.
  func withSeed<Value>(
    of shares: [BroughtShare], for use: ShareUse, _ session: borrowing Session,
    _ body: (borrowing Session, borrowing SecretBytes) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    let seed: SecretBytes
    do throws(ShareFault) { seed = try BroughtShare.seed(of: shares) } catch {
      throw try noted(error, use, session)
    }
    do { return try body(session, seed) } catch {
      guard case .share(let fault) = error else { throw error }
      throw try noted(fault, use, session)
    }
  }

  private func noted(
    _ fault: ShareFault, _ use: ShareUse, _ session: borrowing Session
  ) throws(VaultError) -> VaultError {
    let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .keepShare) else {
        return try context.refuse(use.act, .role)
      }
      return .allowed(
        try context.append(use.act, .failed) { entry in
          (entry.kind, entry.role) = (fault.code, role.rawValue)
          // In order, and not what is needed now; the rest is not what it must be.
          entry.why = fault == .tooFew || fault == .duplicate ? .state : .tampered
        })
    }
    return .noted(.share(fault), entry: entry)
  }
}
