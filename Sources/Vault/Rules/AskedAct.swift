/// What an entry asks of a second person, as far as it is answered by `approval give` and `refuse`.
public enum AskedAct: Hashable, Sendable {
  /// A rule book to be adopted.
  case rules
  /// Something in a case, which its sealed list of asks tells.
  case inCase
  /// A whole case to be erased, of whoever is told its code alone: an administrator.
  case erasure
  /// A look into one class of a case in an emergency.
  case emergency
  /// To go on with a vault that was put back.
  case rollback
}
