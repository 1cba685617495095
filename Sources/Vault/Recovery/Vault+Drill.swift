import AuditLog
import Sealing

extension Vault {
  /// Trustees show that their shares still fit. Nothing is opened, and the seed is gone when it returns.
  ///
  /// - Throws: `noted` with `share`.
  public func drill(
    _ shares: [BroughtShare], as session: borrowing Session
  ) throws(VaultError) -> Drilled {
    try withSeed(of: shares, for: .drill, session) { session, seed throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Drilled> in
        guard let role = context.role(for: .keepShare) else {
          return try context.refuse(Act.keyDrill, .role)
        }
        let fitting = try context.seed(fitting: seed)
        let entry = try context.append(Act.keyDrill) { entry in
          entry.role = role.rawValue
          switch fitting {
          case .root: entry.kind = "root"
          case .recovery(let epoch): (entry.kind, entry.epoch) = ("recovery", epoch)
          }
        }
        return .allowed(Drilled(entry: entry, seed: fitting))
      }
    }
  }
}

extension ActContext {
  /// - Throws: `share(.otherSeed)` where it is neither of the two.
  fileprivate func seed(fitting seed: borrowing SecretBytes) throws(VaultError) -> Drilled.Seed {
    if let key = try? SigningKey(seed: seed), key.publicKey == directory.roster.root {
      return .root
    }
    return .recovery(epoch: Int(try RecoveredKey(seed, directory).epoch))
  }
}
