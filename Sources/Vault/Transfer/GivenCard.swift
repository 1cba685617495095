/// A card that was given out.
public struct GivenCard: Hashable, Sendable {
  public let card: VaultCard
  public let entry: Int
}
