/// What follows from a restriction, or from its end, for what was derived from the field: done in the same act, for the
/// person meant what is told of them and not a field of a table.
public struct DerivedKeeping: Sendable {
  /// A field that holds what was derived from the one that is restricted.
  public struct Field: Sendable {
    public let field: FieldID
    /// Of the record that its own restriction is.
    public let values: [FieldID: FieldValue]

    public init(_ field: FieldID, _ values: [FieldID: FieldValue]) {
      (self.field, self.values) = (field, values)
    }
  }

  /// The version of the case that the facts were made from.
  public var since: UInt64?
  /// The facts of the case as they are to stand from now on. The versions before go: one list is one value, and holds
  /// what is kept.
  public var facts: RecordChange?
  /// Those that are restricted with it.
  public var fields: [Field] = []

  public init() {}
}
