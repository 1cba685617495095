/// What is odd about a field that was recorded all the same.
public struct FormWarning: Equatable, Sendable {
  /// As the form names it.
  public let field: String
  public let warning: ValueWarning
}
