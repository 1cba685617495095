public import Vault

/// A referral as a list shows it.
public struct ReferralLine: Hashable, Sendable {
  public let caseCode: String
  public let record: RecordID
  public let state: ReferralState
  /// A code of `release_purpose`.
  public let purpose: String?
  public let recipient: String?
  /// The handle of the colleague who receives it.
  public let receiver: String?
  /// RFC 3339.
  public let due: String?
  /// The fields that go with it, by name.
  public let fields: [String]
  /// Whether it was sent to this member and is not over.
  public let isMine: Bool

  public var name: String { Hexadecimal.text(record.bytes) }
}
