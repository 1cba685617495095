/// A head of the log that an authority outside stamped with its time: every entry below `size` was there at
/// `time`, and every entry after `entry` was written after it.
public struct StampedHead: Hashable, Sendable {
  public let size: Int
  /// UTC milliseconds.
  public let time: Int
  /// The entry of the receipt.
  public let entry: Int
}
