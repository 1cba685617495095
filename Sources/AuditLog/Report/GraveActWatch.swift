/// Finds acts of the office that take nobody's file and that somebody should have spoken of: the root seed or the
/// recovery seed was put together, and a suspension left fields to nobody.
enum GraveActWatch {
  static func take(_ entry: Entry) -> ReportFinding? {
    guard entry.out == .ok else { return nil }
    switch entry.act {
    case Act.recoveryRun where entry.kind == "root": return ReportFinding(.byRoot, entry)
    // With a kind it tells what a repair set right.
    case Act.recoveryRun where entry.kind == nil: return ReportFinding(.byRecovery, entry)
    case Act.memberSuspend: return entry.n.map { ReportFinding(.unread, entry, count: $0) }
    default: return nil
    }
  }
}
