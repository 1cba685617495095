public import Vault

/// A word about a referral that came from the other office.
public struct HeardReferral: Sendable {
  public let record: RecordID
  public let state: ReferralState
  public let entry: Int
}
