/// When a backup was last made and read back whole, by its entry.
public struct LastBackup: Hashable, Sendable {
  public let kind: BackupKind
  public let entry: Int
  /// UTC milliseconds.
  public let time: Int
}
