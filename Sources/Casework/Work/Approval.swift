public import Vault

/// An answer to an ask.
public struct Approval: Hashable, Sendable {
  public let asked: WaitingAsk
  public let entry: Int
  /// What was destroyed, where that is what was given.
  public let erasure: Erasure?
  /// What nobody can see to any more, where that was a whole file.
  public var leaves = ErasureLeaves.nothing
  /// What the rules have to say of what was carried out.
  public var notes: [RuleNote] = []
  /// What ended with a closure.
  public var ending: ConsentEnding?
}
