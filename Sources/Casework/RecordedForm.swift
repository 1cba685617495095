public import Vault

/// A form that was recorded.
public struct RecordedForm: Equatable, Sendable {
  /// The entry of the log that says so.
  public let entry: Int
  public let warnings: [FormWarning]
  /// Classes of what was written that the writer cannot read back.
  public let deposited: [FieldClass]
  /// Whether they can read any of it back.
  public let isReadable: Bool
  /// What the rules have to say of it: a condition that no field shows, what has to follow.
  public internal(set) var notes: [RuleNote]
  /// The records that were written, in the order of the rule book.
  public let records: [RecordID]
  /// The consents that ended with it, and all that follows; nil where none did.
  public var ending: ConsentEnding?

  /// How the one that was written is named, where it was one.
  public var record: String? {
    records.count == 1 ? Hexadecimal.text(records[0].bytes) : nil
  }
}
