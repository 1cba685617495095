/// What a receiver answered, as the log has it.
public struct ReceivedAnswer: Hashable, Sendable {
  public let act: CaseAct
  public let entry: Int
  /// UTC milliseconds.
  public let time: Int
}
