/// What in the cases of a member waits for somebody.
public struct CaseWaits: Hashable, Sendable {
  /// What waits for a second person, oldest first.
  public let asks: [WaitingAsk]
  /// Files that are open and came with a referral which its sender has taken back.
  public let takenBack: [String]
  /// The entry of the look.
  public let entry: Int
}
