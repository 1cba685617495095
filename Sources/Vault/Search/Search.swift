/// A search that was done and written down. Nobody has been told anything of it yet.
public struct Search: Hashable, Sendable {
  public let use: SearchUse
  public let purpose: Purpose
  /// The entry that says that it was begun.
  public let entry: Int
  /// Segments that do not open: who stands in them was not found.
  public internal(set) var unread: Int
  /// Cases that are in no segment, or not in theirs although it opens: they were not found either.
  public internal(set) var unindexed: Int
  /// All cases of the vault, found or not: what is rare among them says more.
  public let cases: Int
}
