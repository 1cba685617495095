import AuditLog
import Sealing

/// How a seed is shared: one group, two of three, no passphrase. A passphrase would be one thing more to
/// lose, and a wrong one is not noticed.
enum SeedShares {
  static func split(_ seed: Span<UInt8>) throws(SealingError) -> [Slip39Share] {
    try Slip39.split(
      SecretBytes(copying: seed), groups: [Slip39Group(2, of: Roster.shareCount)])
  }

  /// All three on one sheet, to be cut apart.
  static func sheet(of seed: Span<UInt8>) throws(SealingError) -> SecretBytes {
    try ShareSheet.text(of: split(seed))
  }
}
