/// What `vault backup` made.
public struct BackedUp: Sendable {
  /// One of the files.
  public struct File: Sendable {
    public let kind: BackupKind
    /// Bytes of the file.
    public let count: Int
    /// SHA-256 of the file, 64 hexadecimal digits, as its entry states it.
    public let digest: String
    /// The entry that says that it was made and reads back whole.
    public let entry: Int
  }

  public let files: [File]
  /// How many entries the log had at the moment of the copy.
  public let entries: Int
  /// The head of that moment, with its signatures.
  public let checkpoint: String
  public let generation: Int
  /// UTC milliseconds: until then a copy of custody that is older than this one is to be destroyed.
  public let destroyOlderBy: Int
  /// How much of the vault does not fit its log, or has no key, where custody was copied: then an older copy may be all
  /// that opens it.
  public internal(set) var ailments = 0
  /// What of it whoever copied cannot open, where custody was copied.
  public internal(set) var unlooked = Unlooked()

  /// Whether older copies of custody hold nothing that this one lacks, as far as the log and whoever copied can tell.
  public var outdatesOlder: Bool {
    files.contains { $0.kind == .custody } && ailments == 0 && unlooked.isHarmless
  }
}
