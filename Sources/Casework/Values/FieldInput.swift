/// What somebody gave for a field, before it is checked: a cell, an answer at a prompt, or a member
/// of a JSON object.
public enum FieldInput: Equatable, Sendable {
  /// As typed, or as it stood in a cell. A JSON number comes as its literal text, so that money is
  /// never a binary fraction.
  case text(String)
  case list([String])
  case bool(Bool)
  /// `{"state": "declined"}`.
  case state(String)
}
