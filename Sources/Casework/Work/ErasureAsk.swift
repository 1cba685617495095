public import Vault

/// An erasure that somebody asked for.
public struct ErasureAsk: Equatable, Sendable {
  /// A code of `erasure_reason`.
  public let reason: Code
  /// What of the file; nil for all of it.
  public let part: ErasedPart?
  /// In which roles somebody else gives it.
  public let givers: [Role]
  /// The entry that asks.
  public let entry: Int
  /// The entry that asked for the same before and asks no more.
  public let replaced: Int?
  /// What is to be done before this is given; nothing of a part.
  public let leaves: ErasureLeaves
}
