/// What was told of a search: its entry, and one line for each case.
public struct SearchAnswer: Hashable, Sendable {
  public let entry: Int
  public let hits: [SearchHit]
}
