public import Vault

/// A case that was opened.
public struct OpenedCase: Equatable, Sendable {
  public let code: CaseCode
  /// The entry of the log that says so.
  public let entry: Int
  /// The role under which it was opened, which decides what comes next.
  public let role: Role?
  public let warnings: [FormWarning]
}
