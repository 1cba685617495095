/// An erasure that somebody asked for.
public struct ErasureAsk: Hashable, Sendable {
  /// A code of `erasure_reason`.
  public let reason: Code
  /// The entry that asks.
  public let entry: Int
}
