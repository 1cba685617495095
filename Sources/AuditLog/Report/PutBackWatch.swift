/// Finds where an administrator asked to go on with a log that had been put back (`vault.accept`; a restore asks too).
/// Whatever was read or written since the copy was made is in no report of this log, given or not: so it is told in the
/// report of any period.
struct PutBackWatch: Sendable {
  func take(_ entry: Entry) -> ReportFinding? {
    entry.act == Act.vaultAccept && entry.out == .ok ? ReportFinding(.putBack, entry) : nil
  }
}
