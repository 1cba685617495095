/// The cases of a member.
public struct CaseQueue: Equatable, Sendable {
  public let cases: [CaseSummary]
  /// Cases whose row did not open although the log is sound; each is an entry of its own.
  public let unopened: Int
  /// The codes of cases with emergencies that nobody has reviewed, for who is to be told of each: also of those that
  /// were not asked for.
  public let emergencies: [String]
  /// The entry of the log that says that somebody looked.
  public let entry: Int
}
