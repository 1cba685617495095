/// A form that somebody left and goes on with.
public struct BegunForm: Equatable, Sendable {
  public let input: FormInput
  /// Fields of it that somebody wrote since it was left: what was typed before does not count any more unless it is
  /// typed again.
  public let overtaken: [FieldDefinition]
}
