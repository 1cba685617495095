/// The answer of a receiver, as it was taken.
public struct ReferralReply: Hashable, Sendable {
  public let entry: Int
  /// Their role writes nothing into a case: the reasons of a rejection go to the sender on paper.
  public let isOnPaper: Bool
}
