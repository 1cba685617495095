public import Vault

/// A case that was opened.
public struct OpenedCase: Equatable, Sendable {
  public let code: CaseCode
  /// The entry of the log that says so.
  public let entry: Int
  /// The role under which it was opened, which decides what comes next.
  public let role: Role?
  public let warnings: [FormWarning]
  /// What the steps from here on will ask for and nobody has said (design, "States, guards, clocks").
  public let missing: [FieldDefinition]
}
