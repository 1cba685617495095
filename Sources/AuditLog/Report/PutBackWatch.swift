/// Finds where an administrator asked to go on with a log that had been put back (`vault.accept`; a restore asks too).
/// Whatever was read or written since the copy was made is in no report of this log, given or not: so it is told in the
/// report of any period and of any member, and so is an auditor's refusal.
struct PutBackWatch: Sendable {
  func take(_ entry: Entry, _ roster: Roster) -> ReportFinding? {
    guard entry.out == .ok else { return nil }
    if entry.act == Act.vaultAccept {
      return ReportFinding(entry.n == 0 ? .putBackWhole : .putBack, entry)
    }
    guard entry.act == Act.approvalRefuse, let asked = entry.ref, roster.putBacks.contains(asked)
    else { return nil }
    return ReportFinding(.putBackRefused, entry)
  }
}
