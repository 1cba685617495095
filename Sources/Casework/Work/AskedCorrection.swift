public import Vault

/// A correction that waits for a second person: what stands, what is to stand, and why, as far as whoever looks may read
/// it.
public struct AskedCorrection: Hashable, Sendable {
  /// The field, as it is to be.
  public let after: PageField
  /// What stands there until somebody agrees; nil where it is kept from whoever looks.
  public let before: FieldValue?
  /// What was given as the reason with this ask, and with no later one; nil where none was given, or it is kept.
  public let reason: String?
}
