public import Vault

/// The figures of a period, as they may be shown.
public struct Figures: Hashable, Sendable {
  public let period: FigurePeriod
  /// Whether nothing is suppressed.
  public let isExact: Bool
  /// What stands beside the figures of everybody, and the one office that was counted.
  public let breakdown: FigureBreakdown
  public let tables: [FigureTable]
  /// Cases whose facts did not open; each is an entry of its own.
  public let unopened: Int
  /// Cases that are in none of the figures because the role of whoever asks was not given their keys yet; nil where
  /// there are none.
  public let waiting: VaultStatus.DueCases?
  /// The entry of the log.
  public let entry: Int

  public subscript(name: FigureTable.Name) -> FigureTable? { tables.first { $0.name == name } }
}
