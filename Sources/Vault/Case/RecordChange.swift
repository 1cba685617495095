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
  /// The name of the record that is made, where something else written in the same act has to hold it, such
  /// as the list of running clocks; nil for one that the Vault makes.
  public var name: RecordID?
  /// What the fields that are written can be found by from now on. A field of which the index has something must
  /// stand here whenever it is written; without terms it is found by nothing.
  public var terms: [FieldID: [SearchTerm]] = [:]

  public init(
    _ target: Target, entity: UInt16, fields: [FieldID: FieldValue], name: RecordID? = nil
  ) {
    self.target = target
    self.entity = entity
    self.fields = fields
    self.name = name
  }
}

extension [RecordChange] {
  /// A restriction is set and lifted, with all that follows from it; a record of one alone would keep
  /// nothing from anybody.
  func refuseRestrictions() throws(VaultError) {
    guard let change = first(where: { $0.entity == Restriction.entity }) else { return }
    throw .fieldOfAnotherRecord(change.fields.keys.min() ?? Restriction.liftedField)
  }
}
