/// A pin file with the newest head at its end, as `log pin` writes it.
public struct PinnedLog: Sendable {
  /// The whole file.
  public let file: [UInt8]
  /// How many entries the new head counts.
  public let size: Int
  /// How the heads that stood in it before stand to the log.
  public let earlier: [CheckedPin]
  /// The entry of this pin; the head counts it.
  public let entry: Int
}
