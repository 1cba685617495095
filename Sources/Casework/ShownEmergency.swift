public import Vault

/// An emergency, as people are told of it.
public struct ShownEmergency: Equatable, Sendable {
  public let emergency: Emergency
  public let caseCode: String
  /// Who broke the glass; nil where the handle does not open.
  public let asker: String?
  /// The reason in words; for leads alone.
  public let text: String?
  /// The entry of this look, where it was one of its own.
  public let entry: Int
}
