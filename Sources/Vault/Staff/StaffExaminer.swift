import AuditLog
import Sealing

/// Holds the sealed handles against the hashes that the log states. The log alone cannot: it takes a
/// member, who holds the vault key.
struct StaffExaminer {
  let roster: Roster
  /// Nil where nobody is unlocked.
  let opener: HandleOpener?

  /// - Returns: also how many handles nobody could look at.
  func findings() throws(VaultError) -> (found: [LogFinding], unlooked: Int) {
    var (found, unlooked) = ([LogFinding](), 0)
    func note(_ handle: SealedHandle?, _ entry: Int) {
      switch handle {
      case .opened: break
      case .altered: found.append(LogFinding(subject: .entry(entry), code: "staff.handle"))
      case .closed, nil: unlooked += 1
      }
    }
    for member in roster.members {
      note(try opener?.handle(of: MemberID(member.id)), member.enrolled)
    }
    for invitation in roster.invitations where invitation.used == nil {
      note(try opener?.handle(of: invitation), invitation.seq)
    }
    return (found, unlooked)
  }
}
