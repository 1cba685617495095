/// A content that was given out.
public struct SavedEvidence: Sendable {
  public let entry: Int
  public let count: Int
  /// SHA-256 of the content, in hexadecimal digits.
  public let sum: String
}
