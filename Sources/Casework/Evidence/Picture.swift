/// A picture that is looked at before it is taken into a case: what it says beside what it shows, and what is
/// left of it without that. Two kinds are known here, which phones and scanners make.
public struct Picture: Sendable {
  public let facts: PictureFacts
  /// The same picture without what it says.
  public let stripped: [UInt8]

  /// The longest that is looked at: it is held in memory.
  public static let longest = 64 << 20

  /// Nil where it is no picture of a kind that is known here, or is not whole.
  public init?(_ bytes: [UInt8]) {
    if let parts = JPEGParts(bytes) {
      (facts, stripped) = (parts.facts, parts.kept)
    } else if let parts = PNGParts(bytes) {
      (facts, stripped) = (parts.facts, parts.kept)
    } else {
      return nil
    }
  }
}
