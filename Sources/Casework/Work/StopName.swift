public import Vault

/// Something that a refusal names: a code for programs, and what people call it.
public enum StopName: Hashable, Sendable {
  /// A field, by its name in the book.
  case field(FieldDefinition)
  /// A code of a list, with its label.
  case code(String, RuleLabel)
  case role(Role)
  /// What no field shows (`@no_open_clock`).
  case condition(RuleCondition.Special)
  /// A step that may be taken instead.
  case step(StepRule)
  /// A clock that still runs.
  case clock(ClockRule)
}
