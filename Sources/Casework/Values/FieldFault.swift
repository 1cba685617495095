/// A fault of one value in a form: the field by its name, so that all of them can be reported at
/// once and nothing be written.
public struct FieldFault: Equatable, Sendable {
  /// As the form names it; of an unknown field, what was given, which the porch does not log.
  public let field: String
  public let fault: ValueFault
  /// The other field, where the fault is between two.
  public let beside: FieldDefinition?
  /// What the two rest on, where a provision says it.
  public let citation: Citation?

  public init(
    field: String, fault: ValueFault, beside: FieldDefinition? = nil, citation: Citation? = nil
  ) {
    (self.field, self.fault) = (field, fault)
    (self.beside, self.citation) = (beside, citation)
  }
}
