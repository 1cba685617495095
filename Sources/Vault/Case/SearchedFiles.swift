/// What was looked through after an erasure for what was destroyed, for the receipt.
public struct SearchedFiles: Hashable, Sendable {
  /// By name, from the vault's directory on.
  public internal(set) var files: [String] = []
  /// What is there and could not be read, or is no plain file.
  public internal(set) var unread: [String] = []
  /// UTC milliseconds.
  public internal(set) var time = 0
  /// In which of them something of it still is. Told to whoever is there; the log holds no name of a file.
  public internal(set) var left: [String] = []
}
