/// What the log says of the rule book in force.
public struct RuleStanding: Hashable, Sendable {
  /// The hash that `adopted` states, in hexadecimal.
  public let digest: String
  /// The entry that brought it in.
  public let adopted: Int
  /// The second person's entry; nil for the book that the vault was made with.
  public let approved: Int?
  /// The book that waits for a second person, by its entry.
  public let waiting: Int?
  /// The entry of this look.
  public let entry: Int
}
