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
  /// Whether somebody who was given something on a consent that was withdrawn is still to be told: with the whole file
  /// the list of them goes (Decree 356/2025 Art. 5(2)).
  public let leavesUntold: Bool
}
