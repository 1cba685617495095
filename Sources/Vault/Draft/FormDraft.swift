/// What somebody typed into a form of a case before they had to leave it: not checked, not recorded, and
/// nobody's but theirs.
public struct FormDraft: Equatable, Sendable {
  /// The noun of the form.
  public var form: String
  /// The record that is corrected; nil for one that is made.
  public var record: RecordID?
  /// The answers as they were typed: what is a text, a list, yes or no, or why there is none.
  public var values: [FieldID: FieldValue]

  public init(_ form: String, correcting record: RecordID? = nil, _ values: [FieldID: FieldValue]) {
    (self.form, self.record, self.values) = (form, record, values)
  }
}
