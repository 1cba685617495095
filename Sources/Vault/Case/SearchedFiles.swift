/// What was looked through after an erasure for what was destroyed, for the receipt.
public struct SearchedFiles: Hashable, Sendable {
  /// By name, from the vault's directory on.
  public internal(set) var files: [String] = []
  /// What is there and could not be read, or is no plain file.
  public internal(set) var unread: [String] = []
  /// UTC milliseconds.
  public internal(set) var time = 0
  /// Whether something of it is in a file that is not the vault's to write anew.
  var isLeft = false
}
