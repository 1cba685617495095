public import Vault

/// De-identified rows, one a person, for another organisation's figures.
public struct FigureRows {
  public let header: [String]
  /// In an order that says nothing of who came when.
  public let rows: [[String]]
  /// How many people are in none of them, because too few share what their row would say.
  public let leftOut: Int
  /// Cases whose facts do not open to whoever asks.
  public let unopened: Int
  /// Cases whose keys the role of whoever asks was not given yet; nil where there are none.
  public let waiting: VaultStatus.DueCases?
  public let entry: Int
}
