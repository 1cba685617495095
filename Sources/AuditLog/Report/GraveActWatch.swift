/// Finds two acts of the office that take nobody's file and that somebody should have spoken of: the root seed was put
/// together, and a suspension left fields to nobody.
enum GraveActWatch {
  static func take(_ entry: Entry) -> ReportFinding? {
    guard entry.out == .ok else { return nil }
    switch entry.act {
    case Act.recoveryRun where entry.kind == "root": return ReportFinding(.byRoot, entry)
    case Act.memberSuspend: return entry.n.map { ReportFinding(.unread, entry, count: $0) }
    default: return nil
    }
  }
}
