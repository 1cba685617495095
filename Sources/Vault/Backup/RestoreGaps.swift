import AuditLog
import Sealing

/// States of each case that custody has no key of that a restore left it behind: the log then says why nobody opens it,
/// and whoever gives the acceptance accepts that too.
struct RestoreGaps {
  /// Their rows.
  let files: [Int]
  /// The `vault.restore` of the records.
  let restore: Int
  /// The `vault.accept` that waits.
  let acceptance: Int
  /// As what who restores does it.
  let role: Role

  func state(in vault: Vault, as session: borrowing Session) throws(VaultError) {
    guard !files.isEmpty else { return }
    try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
      guard context.asker.roles.contains(role) else {
        return try context.refuse(Act.vaultRestore, .role)
      }
      for key in files {
        // What no entry bears out is stated of nothing: it stays a finding.
        guard let file = try context.tx.file(key: key),
          let rec = try context.provenPseudonym(file)
        else { continue }
        try context.append(Act.vaultRestore) { entry in
          (entry.kind, entry.rec, entry.role) = (StatedGaps.kind, rec, role.rawValue)
          (entry.ref, entry.by) = (restore, acceptance)
        }
      }
      return .allowed(())
    }
  }
}
