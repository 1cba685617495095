import AuditLog

extension Vault {
  /// How many shares a seed has; it takes two of them.
  public static var shareCount: Int { Roster.shareCount }

  /// Words of a share of a seed of 32 bytes (SLIP-39).
  public static var shareWords: Int { 33 }
}
