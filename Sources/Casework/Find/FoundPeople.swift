import Vault

/// Files that may be of the person who was looked for, the likeliest first. It is in the log who was told.
public struct FoundPeople: Equatable, Sendable {
  public let people: [FoundPerson]
  /// How many there were; more than are shown are not told.
  public let count: Int
  /// The entry that says so.
  public let entry: Int
  /// Parts of the index that did not open, and cases that are in none: who stands there was not found.
  public let unread: Int
  public let unindexed: Int
  /// The entry that says that the search was begun: whatever was written later it may not have seen.
  var asked = 0

  /// Files that were not looked through, at most.
  public var unsearched: Int { unread * Vault.casesInSegment + unindexed }
}
