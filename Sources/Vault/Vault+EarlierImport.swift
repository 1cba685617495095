import AuditLog
import Sealing

extension Vault {
  /// Writes down that a file was not imported because it was before, and nobody says that it is to be again.
  ///
  /// - Returns: the entry of the refusal.
  public func refuseImport(after earlier: Int, as session: borrowing Session) throws(VaultError)
    -> Int
  {
    try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .importRegister) else {
        return try context.refuse(Act.intakeImport, .role)
      }
      return .allowed(
        try context.append(Act.intakeImport, .denied) { entry in
          (entry.why, entry.ref, entry.role) = (.state, earlier, role.rawValue)
        })
    }
  }

  /// The entry by which the very same file was imported before; nil where none was. It tells of the log to whoever
  /// may import, and of no case.
  public func earlierImport(of register: RegisterDigest) throws(VaultError) -> Int? {
    try store.look { tx throws(VaultError) in
      try catchUp(tx)
      for seq in try tx.leaves(ofAct: Act.intakeImport) where seq < ledger.frontier.size {
        let entry = try ledger.provenEntry(seq, in: tx)
        if entry.act == Act.intakeImport, entry.out == .ok, entry.sum == register.digest {
          return seq
        }
      }
      return nil
    }
  }
}
