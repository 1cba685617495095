/// What a look at the facts of all cases leaves behind.
public struct FactsLook: Hashable, Sendable {
  /// The entry, durable before anything was opened.
  public let entry: Int
  /// The cases that were not shown because nobody has given the reader's role their keys yet; nil where there
  /// are none.
  public let waiting: VaultStatus.DueCases?
}
