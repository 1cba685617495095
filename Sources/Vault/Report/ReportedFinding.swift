/// A finding of the log's report, for whoever puts it into words.
public struct ReportedFinding: Hashable, Sendable {
  /// The code of what was found.
  public let kind: String
  /// Who acted, or under whose name somebody tried to unlock; nil where it is nobody.
  public let person: ReportedPerson?
  /// The pseudonym of the case, hexadecimal.
  public let file: String?
  /// How many entries, cases, days or seconds, as the kind counts.
  public let count: Int
  /// The first and the last entry, and their times in UTC milliseconds.
  public let first: Int
  public let last: Int
  public let from: Int
  public let to: Int
}
