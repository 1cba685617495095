public import Vault

/// A case as a queue shows it: without a name.
public struct CaseSummary: Equatable, Sendable {
  public let code: String
  public let status: String
  /// RFC 3339; nil where nobody knows.
  public let receivedAt: String?
  public let receivingUnit: String?
  public let entryPath: String?
  public internal(set) var owner: MemberID?
  public internal(set) var ownerHandle: String?
}
