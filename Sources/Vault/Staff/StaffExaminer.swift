import AuditLog
import Sealing

/// Holds the sealed handles against the hashes that the log states. The log alone cannot: it takes a
/// member, who holds the vault key.
struct StaffExaminer {
  let vault: Vault
  let keyring: Keyring
  let tx: Transaction

  func findings() throws(VaultError) -> [LogFinding] {
    var found: [LogFinding] = []
    let roster = vault.ledger.roster
    for member in roster.members {
      guard case .altered = try vault.sealedHandle(of: MemberID(member.id), keyring, tx)
      else { continue }
      found.append(LogFinding(subject: .entry(member.enrolled), code: "staff.handle"))
    }
    for invitation in roster.invitations where invitation.used == nil {
      guard case .altered = try vault.sealedHandle(of: invitation, keyring, tx) else { continue }
      found.append(LogFinding(subject: .entry(invitation.seq), code: "staff.handle"))
    }
    return found
  }
}
