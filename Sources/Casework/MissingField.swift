/// A field that so many cases of a register do not have yet.
public struct MissingField: Equatable, Sendable {
  public let field: FieldDefinition
  public let count: Int
}
