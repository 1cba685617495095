/// Finds where two people went on with a log that had been put back: an administrator asked (`vault.accept`) and an
/// auditor gave it. Whatever was read or written since the copy was made is in no report of this log.
struct PutBackWatch: Sendable {
  private var asked: [Int: Entry] = [:]

  mutating func take(_ entry: Entry) -> ReportFinding? {
    guard entry.out == .ok else { return nil }
    if entry.act == Act.vaultAccept { asked[entry.seq] = entry }
    guard entry.act == Act.approvalGive,
      let asking = entry.ref.flatMap({ asked.removeValue(forKey: $0) })
    else { return nil }
    var found = ReportFinding(.putBack, asking)
    found.extend(by: entry, count: 1)
    return found
  }
}
