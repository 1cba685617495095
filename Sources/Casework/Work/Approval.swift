/// An answer to an ask.
public struct Approval: Hashable, Sendable {
  public let asked: WaitingAsk
  public let entry: Int
}
