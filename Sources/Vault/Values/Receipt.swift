/// What an act leaves behind: the number of its entry. It exists only after the commit.
public struct Receipt: Hashable, Sendable {
  public let entry: Int
  /// The records that were written, in the order of the changes.
  public var records: [RecordID] = []
}
