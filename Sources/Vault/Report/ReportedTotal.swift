/// How often somebody looked at one class of one case.
public struct ReportedTotal: Hashable, Sendable {
  public let person: ReportedPerson
  /// The pseudonym of the case, hexadecimal; nil for refusals that name none.
  public let file: String?
  public let fieldClass: FieldClass?
  /// Ascending.
  public let fields: [FieldID]
  public let reads: Int
  public let writes: Int
  /// Openings of the case: each writes every field of its forms, filled or not.
  public let openings: Int
  public let denials: Int
  /// The first and the last entry, and their times in UTC milliseconds.
  public let first: Int
  public let last: Int
  public let from: Int
  public let to: Int
}
