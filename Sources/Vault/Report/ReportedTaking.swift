import AuditLog

/// How often somebody was shown or took something of many cases at once: lists, searches, figures, copies.
public struct ReportedTaking: Sendable {
  public let person: ReportedPerson
  /// The act and its kind, as the entries have them.
  public let act: String
  public let kind: String?
  public let times: Int
  public let refusals: Int
  /// How many cases, hits or rows at least, where the entries tell.
  public let n: Int
  /// The first and the last entry, and their times in UTC milliseconds.
  public let first: Int
  public let last: Int
  public let from: Int
  public let to: Int

  init(_ taking: ReportTaking, by person: ReportedPerson) {
    self.person = person
    (act, kind) = (taking.key.act, taking.key.kind)
    (times, refusals, n) = (taking.times, taking.refusals, taking.n)
    (first, last, from, to) = (taking.first, taking.last, taking.from, taking.to)
  }
}
