/// A case that was opened.
public struct OpenedCase: Equatable, Sendable {
  public let code: CaseCode
  /// The entry of the log that says so.
  public let entry: Int
  public let warnings: [FormWarning]
}
