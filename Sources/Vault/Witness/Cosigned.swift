/// What a witness gives back.
public struct Cosigned: Sendable {
  /// The head with the log's line and this witness's: to be carried to the vault.
  public let note: [UInt8]
  /// What others check this witness's lines with.
  public let vkey: String
  public let size: Int
  /// The size it signed before; 0 where this is the first.
  public let previous: Int
  /// The log's vkey, as it is remembered from now on.
  public let logKey: String
  public let isNewKey: Bool
  /// Whether another key of the log signed the head too, which this witness was not told of: the log changed
  /// its key, and the next heads will have that one alone.
  public let hasOtherLogKey: Bool
}
