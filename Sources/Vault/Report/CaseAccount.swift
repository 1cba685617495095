/// The account of who looked at a case, as far as it is not told line by line.
public struct CaseAccount: Sendable {
  /// The entry of this look.
  public let entry: Int
  /// What was asked for of the operations row; empty where the case is gone, or does not open.
  public let operations: [FieldID: FieldValue]
}
