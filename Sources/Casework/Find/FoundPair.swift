/// Two files that are likely to be of one person.
public struct FoundPair: Equatable, Sendable {
  public let first: FoundPerson
  public let second: FoundPerson
  /// What the two have in common, and what not.
  public let reasons: [MatchReason]
}
