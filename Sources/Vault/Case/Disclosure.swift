/// What a read gave: values that exist in memory only because their entry is on disk.
public struct Disclosure: Sendable {
  /// The entry that says so.
  public let entry: Int
  /// The version of the case that was looked at: `CaseWriting.since`.
  public let version: UInt64
  /// How often the case was written without its operations row.
  public let beside: UInt64
  public let operations: [FieldID: FieldValue]
  /// In the order in which they were recorded.
  public let records: [DisclosedRecord]
}
