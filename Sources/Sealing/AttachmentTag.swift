/// The two of secretstream's tags that are written here; a row with another one does not open.
enum AttachmentTag {
  /// Rows follow.
  static let message: UInt8 = 0
  /// The file ends here, and is whole.
  static let final: UInt8 = 3

  static func of(isLast: Bool) -> UInt8 { isLast ? final : message }
}
