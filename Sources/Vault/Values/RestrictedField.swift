/// A field that the person keeps from a role or an office, as far as no key is needed to see it.
public struct RestrictedField: Hashable, Sendable {
  public let record: RecordID
  public let field: FieldID
  /// Nil for an office: its name is sealed with the record.
  public let role: Role?
  /// The entry that set it.
  public let since: Int
  /// The entry that lifted it.
  public let lifted: Int?
  /// Whether the field lies where this wants it.
  public let isSealed: Bool

  /// Whether it keeps the field from a role that looks for people: then nobody is found by it.
  public var isFromSearch: Bool { lifted == nil && (role.map(OfficeKey.index.isHeld) ?? false) }
}
