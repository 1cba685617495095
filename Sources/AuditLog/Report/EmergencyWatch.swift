/// Follows every emergency access until it is closed and reviewed.
struct EmergencyWatch: Sendable {
  private struct Access: Sendable {
    var finding: ReportFinding
    var isClosed = false
  }

  private let review: Int
  private var open: [Int: Access] = [:]

  /// - Parameter review: days in which it is to be reviewed.
  init(review: Int) { self.review = review }

  mutating func take(_ entry: Entry) -> ReportFinding? {
    guard entry.out == .ok else { return nil }
    if entry.act == Act.emergencyOpen {
      open[entry.seq] = Access(finding: ReportFinding(.emergencyUnreviewed, entry))
    }
    guard let ref = entry.ref, open[ref] != nil else { return nil }
    if entry.act == Act.emergencyClose { open[ref]?.isClosed = true }
    guard entry.act == Act.emergencyReview, let access = open[ref] else { return nil }
    // What was reviewed is followed on only where nobody closed it.
    if access.isClosed { open[ref] = nil } else { open[ref]?.finding.kind = .emergencyOpen }
    guard entry.t - access.finding.from > review * ReportRules.day else { return nil }
    var late = access.finding
    late.kind = .emergencyLate
    late.extend(by: entry, count: (entry.t - late.from) / ReportRules.day)
    return late
  }

  /// What is left when the log ends: each as unreviewed, as never closed, or as both.
  mutating func finish() -> [ReportFinding] {
    defer { open = [:] }
    return open.values.flatMap { access -> [ReportFinding] in
      guard access.finding.kind == .emergencyUnreviewed, !access.isClosed else {
        let isDone = access.finding.kind == .emergencyOpen && access.isClosed
        return isDone ? [] : [access.finding]
      }
      var unclosed = access.finding
      unclosed.kind = .emergencyOpen
      return [access.finding, unclosed]
    }
  }
}
