/// What a report is asked for.
public struct ReportScope: Hashable, Sendable {
  /// What the entry calls it (`kind`).
  public enum Kind: String, Sendable {
    case report
    /// For the notice of a breach: which files, fields and people in a period.
    case breach
  }

  public var kind: Kind
  /// UTC milliseconds; the second is the first moment that is no longer in it. Nil is no bound.
  public var since: Int?
  public var until: Int?
  /// The handle of the one member whose accesses are asked for; nil for everybody's.
  public var member: String?

  public init(
    _ kind: Kind = .report, since: Int? = nil, until: Int? = nil, member: String? = nil
  ) {
    (self.kind, self.since, self.until, self.member) = (kind, since, until, member)
  }

  var period: Range<Int> {
    let from = max(0, since ?? 0)
    return from..<max(from, until ?? .max)
  }
}
