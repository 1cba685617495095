public import Vault

/// An answer to an ask.
public struct Approval: Hashable, Sendable {
  public let asked: WaitingAsk
  public let entry: Int
  /// What was destroyed, where that is what was given.
  public let erasure: Erasure?
}
