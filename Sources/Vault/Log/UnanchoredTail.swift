import AuditLog

/// The newest entries, which nothing outside the vault has seen: as long as that is so, only the members' own
/// pins hold them. Every report of the log says how many there are and how old the first of them is
/// (design, "What it can promise").
public struct UnanchoredTail: Hashable, Sendable {
  /// The first of them; the size of the log where there is none.
  public let first: Int
  public let count: Int
  /// When the first of them says that it was made (UTC milliseconds); nil where there is none.
  public let since: Int?
}

extension Vault {
  /// What is left of a log behind what witnesses and authorities hold.
  ///
  /// - Parameters:
  ///   - reach: how many entries something outside holds.
  ///   - size: how many there are.
  func tail(behind reach: Int, size: Int) throws(VaultError) -> UnanchoredTail {
    guard reach < size else { return UnanchoredTail(first: size, count: 0, since: nil) }
    let since = try store.look { tx throws(VaultError) in
      try ledger.provenEntry(reach, in: tx).t
    }
    return UnanchoredTail(first: reach, count: size - reach, since: since)
  }
}
