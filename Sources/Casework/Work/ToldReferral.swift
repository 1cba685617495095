/// A word about a referral, signed for the other office.
public struct ToldReferral: Sendable {
  public let entry: Int
  public let note: [UInt8]
  /// Whether the keys of the file that came with it are destroyed, and nothing of it is kept here.
  public let isFileGone: Bool
}
