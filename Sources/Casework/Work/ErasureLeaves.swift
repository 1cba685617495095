public import Vault

/// What is still to be done outside and nobody can do once the whole file is erased: the file alone says who the others
/// are, and a word to another office is signed about a case that is there. It keeps no file from being erased (Law
/// 91/2025 Art. 14(1)); who asks and who gives are told.
public struct ErasureLeaves: Hashable, Sendable {
  /// Whether somebody who was given something on a consent that was withdrawn is still to be told (Decree 356/2025
  /// Art. 5(2)).
  public var isUntold = false
  /// The referrals that lie at another office as a sealed file, neither done nor taken back; and those that ended
  /// with their consent, as long as somebody is to be told.
  public var referrals: [RecordID] = []

  public static let nothing = ErasureLeaves()
}
