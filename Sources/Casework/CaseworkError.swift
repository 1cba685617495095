/// What can go wrong in the living room. Each case holds codes, line numbers and the names of
/// columns and fields of the rule book; never a value somebody gave, never a path.
public enum CaseworkError: Error, Equatable, Sendable {
  /// The bytes could not be read further; the system's error number.
  case unreadable(errno: Int32)
  /// A file is not a table as RFC 4180 describes it.
  case csv(CSVFault)
  /// The rule book is incomplete or contradicts itself; nothing of it is used.
  case rules(RuleFault)
  /// A single value is not of the form its field asks for.
  case value(ValueFault)
}
