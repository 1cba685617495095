/// What is wrong with a row of the register. Line and column, never the value.
public struct RegisterFault: Equatable, Sendable {
  /// Physical line on which the row begins, the header being line 1.
  public let line: Int
  /// Nil where the whole row or the header is meant.
  public let column: RegisterColumn?
  public let reason: Reason

  public init(line: Int, column: RegisterColumn?, reason: Reason) {
    self.line = line
    self.column = column
    self.reason = reason
  }

  public enum Reason: Equatable, Sendable {
    case value(ValueFault)
    /// More or fewer cells than the header.
    case width(found: Int, expected: Int)
    /// A column of the header that the register does not know, by its place from 1. Its name is not
    /// repeated: a file without a header would show a person's data there.
    case unknownColumn(Int)
    /// A column that stands twice.
    case repeatedColumn
    /// A column without which no row can be received.
    case missingColumn
  }
}
