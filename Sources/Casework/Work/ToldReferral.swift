/// A word about a referral, signed for the other office.
public struct ToldReferral: Sendable {
  public let entry: Int
  public let note: [UInt8]
}
