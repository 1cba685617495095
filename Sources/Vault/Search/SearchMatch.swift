/// One person of whom the index has something that was asked for.
public struct SearchMatch: Sendable {
  /// What the index has of a field, found or not: that it has a year of birth and another one than was asked for
  /// tells as much as that it has the same.
  public struct Field: Sendable {
    public let record: RecordID
    public let field: FieldID
    public var matched = SearchTermSet()
    /// How many terms the field has of each kind.
    public let counts: SIMD16<UInt8>
  }

  public let subject: SearchSubject
  public var fields: [Field]
}
