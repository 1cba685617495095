/// A file for another vault, sealed and signed; the entry that gives it out is durable.
public struct SentFile: Sendable {
  public let bytes: [UInt8]
  /// What the files of one transfer have in common, 32 hexadecimal digits.
  public let transfer: String
  public let part: TransferPart
  public let entry: Int
  /// How many files are kept in the case: their content does not go along.
  public var evidence = 0
  /// What was recorded, now or once, and does not go along: no basis gives it.
  public var leftOut: [FieldID] = []
}
