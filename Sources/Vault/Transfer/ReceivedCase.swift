/// A case, or its clinical part, that was taken in from another vault.
public struct ReceivedCase: Sendable {
  public let id: CaseID
  public let part: TransferPart
  public let entry: Int
  /// The operations row of the case.
  public let operations: [FieldID: FieldValue]
  /// The signed word for the sender.
  public let acceptance: [UInt8]
}
