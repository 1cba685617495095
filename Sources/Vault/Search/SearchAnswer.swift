/// What was told of a search: its entry, and one line for each case.
public struct SearchAnswer: Hashable, Sendable {
  public let entry: Int
  public let hits: [SearchHit]
  /// Cases that the index has and whose row is not there: destroyed meanwhile, or taken out by somebody.
  public let gone: Int
}
