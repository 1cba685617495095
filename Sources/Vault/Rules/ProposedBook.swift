/// A rule book that was proposed and waits.
public struct ProposedBook: Hashable, Sendable {
  /// The `rules.adopt`.
  public let entry: Int
  /// The book that waited before, whose place it took.
  public let superseded: Int?

  init(entry: Int, superseded: Int?) { (self.entry, self.superseded) = (entry, superseded) }
}
