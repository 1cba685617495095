/// What became of the withdrawal of a consent.
public struct Withdrawal: Hashable, Sendable {
  /// The entry that states it.
  public let entry: Int
  /// What follows from it.
  public let ending: ConsentEnding
}
