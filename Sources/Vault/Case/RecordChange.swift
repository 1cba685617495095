/// What to write into one record of a case.
public struct RecordChange: Sendable {
  /// Which record is meant.
  public enum Target: Hashable, Sendable {
    /// The one record of its kind; made if there is none yet.
    case sole
    /// One more of its kind.
    case new
    case existing(RecordID)
  }

  public var target: Target
  /// The kind of record (`entities.csv`).
  public var entity: UInt16
  public var fields: [FieldID: FieldValue]

  public init(_ target: Target, entity: UInt16, fields: [FieldID: FieldValue]) {
    self.target = target
    self.entity = entity
    self.fields = fields
  }
}
