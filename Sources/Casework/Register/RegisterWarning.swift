/// What is odd about a row that is imported all the same.
public struct RegisterWarning: Equatable, Sendable {
  public let line: Int
  public let column: RegisterColumn
  public let warning: ValueWarning
}
