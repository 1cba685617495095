/// A head of the log that a witness outside signed.
public struct CosignedHead: Hashable, Sendable {
  /// The witness's name and key.
  public let witness: String
  public let vkey: String
  /// The number of entries it signed for.
  public let size: Int
  /// UTC milliseconds, by the witness's clock.
  public let time: Int
  /// The entry of the receipt.
  public let entry: Int
}
