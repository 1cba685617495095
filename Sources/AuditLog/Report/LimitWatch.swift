/// Finds time limits that were moved by the correction of a date from which they run, and who agreed where they had
/// passed: the law gives the limit, and whoever is late could write another day (Format.md, "Reports of the log").
struct LimitWatch: Sendable {
  /// The asks that nobody has answered.
  private var asked: [Int: ReportFinding] = [:]

  mutating func take(_ entry: Entry) -> ReportFinding? {
    guard entry.out == .ok else { return nil }
    if entry.act == Act.clockMoved {
      guard entry.isAsk else { return ReportFinding(.limitMoved, entry) }
      let found = ReportFinding(.limitAsked, entry)
      asked[entry.seq] = found
      return found
    }
    guard let ref = entry.ref, var found = asked[ref], entry.isAnswer else { return nil }
    asked[ref] = nil
    guard entry.act == Act.approvalGive else { return nil }
    (found.kind, found.actor) = (.limitAgreed, entry.actor)
    found.extend(by: entry, count: 1)
    return found
  }
}
