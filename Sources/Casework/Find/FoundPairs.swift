/// Files that are likely to be of one person and are not linked, the likeliest first; and how many such pairs there
/// are: where not all are shown, those that are not may be linked.
public struct FoundPairs: Equatable, Sendable {
  public let pairs: [FoundPair]
  public let count: Int
  /// The entry that says which files were told last; of the search itself where there are none.
  public let entry: Int
  /// Files that were not compared, at most.
  public let unsearched: Int
  /// Files that were compared with some of the others only: nobody here may read them to put them into the index
  /// under its present key.
  public let aged: Int
}
