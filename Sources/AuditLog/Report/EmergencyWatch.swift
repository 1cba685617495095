/// Follows every emergency access until it is closed and reviewed.
struct EmergencyWatch: Sendable {
  private struct Access: Sendable {
    var finding: ReportFinding
    /// Whether anything was opened: of what needs a second person, once that one gave it.
    var isGiven: Bool
    var isClosed = false
  }

  private let review: Int
  private let minutes: Int
  private var open: [Int: Access] = [:]
  private var newest = 0

  /// The class that one person opens alone (Format.md, "Classes").
  private static let vital = 7

  /// - Parameters:
  ///   - review: days in which it is to be reviewed.
  ///   - minutes: for which it lasts, and in which it can be given.
  init(review: Int, minutes: Int) { (self.review, self.minutes) = (review, minutes) }

  mutating func take(_ entry: Entry) -> ReportFinding? {
    newest = max(newest, entry.t)
    guard entry.out == .ok else { return nil }
    if entry.act == Act.emergencyOpen {
      open[entry.seq] = Access(
        finding: ReportFinding(.emergencyUnreviewed, entry), isGiven: entry.class == Self.vital)
    }
    guard let ref = entry.ref, open[ref] != nil else { return nil }
    if entry.act == Act.approvalGive { open[ref]?.isGiven = true }
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

  /// Asked for, and taken back, or not given within its hour: nobody saw anything by it, and nobody can.
  private func hasLapsed(_ access: Access) -> Bool {
    !access.isGiven && (access.isClosed || newest >= access.finding.from + minutes * 60_000)
  }

  /// What is left when the log ends: each as unreviewed, as never closed, or as both.
  mutating func finish() -> [ReportFinding] {
    defer { open = [:] }
    return open.values.filter { !hasLapsed($0) }.flatMap { access -> [ReportFinding] in
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
