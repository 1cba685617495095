/// Two files that were linked.
public struct LinkedFiles: Hashable, Sendable {
  /// The entry in each; nil where the file had its part already.
  public let entry: Int?
  public let otherEntry: Int?
  public let notes: [RuleNote]
}
