import AuditLog
import Sealing

extension Vault {
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
