import AuditLog
import Sealing

/// Which cases restores left without a key, as the log states it, and as an auditor gave it.
///
/// An administrator's word alone leaves nothing behind, nor does that of a trustee who asks by root's: a gap counts only
/// if it was stated right behind a restore, by who restored, while the acceptance that it names waited, and if a second
/// person gave that acceptance afterwards, or where it was refused a later one of the same vault: whoever gives it is
/// told how many cases there are.
struct StatedGaps {
  /// `kind` of the entries.
  static let kind = "gap"

  private struct Gap {
    var entry: Int
    var acceptance: Int
  }

  private var restore: (seq: Int, actor: ActorID)?
  private var gaps: [Identifier: Gap] = [:]

  mutating func follow(_ entry: Entry, _ directory: Directory) {
    guard entry.act == Act.vaultRestore else {
      // Whoever wrote in the case had its key: what is missing after that went some other way.
      if entry.man != nil, let rec = entry.rec { gaps[rec] = nil }
      return
    }
    if entry.kind == BackupKind.records.rawValue {
      // Another custody: every gap is stated anew, or is none any more.
      (restore, gaps) = ((entry.seq, entry.actor), [:])
    } else if entry.kind == Self.kind {
      note(entry, directory)
    }
  }

  private mutating func note(_ entry: Entry, _ directory: Directory) {
    guard let restore, entry.ref == restore.seq, entry.actor == restore.actor,
      let rec = entry.rec, let acceptance = entry.by,
      let member = directory.member(entry.actor),
      let asked = directory.roster.waitingAcceptances.first(where: { $0.seq == acceptance }),
      directory.roles(of: member).contains(.admin)
        || directory.roster.asker(of: asked).id == member.identifier
    else { return }
    gaps[rec] = Gap(entry: entry.seq, acceptance: acceptance)
  }

  /// The entry that states that a case has no key, where two people accepted it.
  func accepted(_ rec: Identifier, _ roster: Roster) -> Int? {
    guard let gap = gaps[rec],
      roster.acceptances.contains(where: { $0.seq >= gap.acceptance })
    else { return nil }
    return gap.entry
  }
}
