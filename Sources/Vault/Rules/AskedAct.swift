/// What an entry asks of a second person, as far as it is answered by `approval give` and `refuse`.
public enum AskedAct: Hashable, Sendable {
  /// A rule book to be adopted.
  case rules
  /// Something in a case, which its sealed list of asks tells.
  case inCase
  /// A look into one class of a case in an emergency.
  case emergency
  /// Nothing, or what has a command of its own.
  case none
}
