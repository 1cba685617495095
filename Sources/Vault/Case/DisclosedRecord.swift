/// One record as far as it was asked for and may be read: the newest version of each field.
public struct DisclosedRecord: Sendable {
  public let id: RecordID
  public let entity: UInt16
  public let version: UInt64
  public let fields: [FieldID: FieldValue]
}
