/// What one look at the kept versions of some fields gave.
public struct KeptHistory: Sendable {
  /// The entry that says so; it names every version that was opened.
  public let entry: Int
  /// Newest first.
  public let versions: [KeptVersion]
  /// How many are kept of what was asked for, with those that this look left out.
  public let count: Int
  /// Older versions that lie under keys which nobody ever gave to whoever looks.
  public let ungiven: Int
  /// Whether some of it was shared with them as a copy, of which no other version is kept.
  public let hasCopies: Bool
}
