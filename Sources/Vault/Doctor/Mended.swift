/// What was set right, and its entry.
public struct Mended: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// Hashes and tiles beside the entries, made anew from the entries.
    case tree
    /// Rows that asked for keys to be destroyed, and no entry says so.
    case pending
    /// Keys of erased cases.
    case keys
    case modes
    /// What restores left that were killed.
    case parts
  }

  public let kind: Kind
  public let count: Int
  /// Nil until it is written down.
  public internal(set) var entry: Int?
}
