/// Files that are likely to be of one person, the likeliest first, and how many such pairs there are.
public struct FoundPairs: Equatable, Sendable {
  public let pairs: [FoundPair]
  public let count: Int
  /// The entry that says which files were told last; of the search itself where there are none.
  public let entry: Int
  /// Parts of the index that could not be searched.
  public let unread: Int
}
