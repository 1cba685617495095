/// A fault of one value in a form: the field by its name, so that all of them can be reported at
/// once and nothing be written.
public struct FieldFault: Equatable, Sendable {
  /// As the form names it; of an unknown field, what was given, which the porch does not log.
  public let field: String
  public let fault: ValueFault

  public init(field: String, fault: ValueFault) {
    self.field = field
    self.fault = fault
  }
}
