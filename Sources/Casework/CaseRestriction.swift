public import Vault

/// One restriction of a case, in force or lifted.
public struct CaseRestriction: Equatable, Sendable {
  public let record: RecordID
  public let field: FieldDefinition
  /// Nil for an office.
  public let role: Role?
  /// The office as it was typed; nil where a role is excluded, or this member does not read it.
  public let office: String?
  /// What of its record this member reads: the office, the reason, when, on what paper.
  public let details: [PageField]
  /// The entry that set it, and the one that lifted it.
  public let since: Int
  public let lifted: Int?
  /// Whether the field lies under a key that is not given to who is excluded; if not, the next command of
  /// somebody who holds the field sees to it.
  public let isSealed: Bool

  /// How it is named when it is lifted: thirty-two hexadecimal digits.
  public var name: String { Hexadecimal.text(record.bytes) }
}
