/// The state of the log as `log status` shows it, with its limits.
public struct LogStatus: Sendable {
  public let size: Int
  /// UTC milliseconds of the newest entry.
  public let newest: Int
  /// The signed checkpoint, as others can keep it.
  public let checkpoint: String
  /// Entries after the newest outside anchor: as long as nothing outside the vault has seen them, only
  /// the members' own pins hold them.
  public let unanchored: Int
  public let entry: Int
}
