/// Which kept versions of some fields are looked at. One look is one entry, and an entry names each version: so it
/// takes a part of them at a time.
public struct HistoryChoice: Sendable {
  public let fields: Set<FieldID>
  /// Nil for every record.
  public let record: RecordID?
  /// How many of the newest are passed over.
  public let skip: Int

  /// How many behind those are opened.
  public let limit: Int

  /// An entry of so many codes is well below what one may have at most.
  public static let most = 500

  public init(
    _ fields: Set<FieldID>, record: RecordID? = nil, skipping skip: Int = 0,
    atMost limit: Int = most
  ) {
    precondition(skip >= 0 && (1...Self.most).contains(limit), "a number of versions")
    (self.fields, self.record, self.skip, self.limit) = (fields, record, skip, limit)
  }
}
