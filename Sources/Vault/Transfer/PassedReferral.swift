import Sealing

/// A referral that passed between this vault and another as a file.
public struct PassedReferral: Hashable, Sendable {
  public let referral: RecordID
  /// Whether it came from there; else it went there.
  public let isIncoming: Bool

  /// Those that an operations row states.
  ///
  /// - Parameter value: the list of transfers.
  public static func all(in value: FieldValue?) throws(VaultError) -> [PassedReferral] {
    try TransferItem.all(in: value).compactMap { item in
      switch item {
      case .referral(let sent): PassedReferral(referral: RecordID(sent.referral), isIncoming: false)
      case .referred(let from): PassedReferral(referral: RecordID(from.transfer), isIncoming: true)
      case .sent, .received: nil
      }
    }
  }
}
