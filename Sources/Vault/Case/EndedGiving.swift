/// Copies of a case that were given to a member, and that they can read no more.
public struct EndedGiving: Hashable, Sendable {
  /// The entry that gave them.
  public let entry: Int
  /// When, in UTC milliseconds.
  public let given: Int
  /// When they ended, in UTC milliseconds.
  public let ended: Int
  /// The act that ended them before their day; nil where the day passed.
  public let act: String?
}
