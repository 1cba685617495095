/// One row that a proposed rule book has otherwise than the one in force.
public struct RuleChange: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case added
    /// Another last day, or none any more.
    case ended
    /// Words, citation or status alone.
    case reworded
    /// A row that is not in force yet.
    case amended
    /// The same, taken out.
    case withdrawn
  }

  public let kind: Kind
  /// The row as it is to be; of one that was withdrawn, as it was.
  public let row: RuleLine
  /// The columns that differ; empty for whole rows.
  public let columns: [String]
  /// The row as it is; of a new one the row that ends and that it follows, so that what the new one no
  /// longer asks for is seen. Nil where there is none.
  public let before: RuleLine?

  init(kind: Kind, row: RuleLine, columns: [String], before: RuleLine? = nil) {
    (self.kind, self.row, self.columns, self.before) = (kind, row, columns, before)
  }
}
