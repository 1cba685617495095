import Sealing

/// A referral that passed between this vault and another as a file.
public struct PassedReferral: Hashable, Sendable {
  public let referral: RecordID
  /// Whether it came from there; else it went there.
  public let isIncoming: Bool
  /// When the word was recorded here by which the other vault took it back, in seconds since 1970; nil where none was.
  public internal(set) var takenBack: Int?

  /// Those that an operations row states.
  ///
  /// - Parameter value: the list of transfers.
  public static func all(in value: FieldValue?) throws(VaultError) -> [PassedReferral] {
    let items = try TransferItem.all(in: value)
    return items.compactMap { item in
      switch item {
      case .referral(let sent): PassedReferral(referral: RecordID(sent.referral), isIncoming: false)
      case .referred(let from):
        PassedReferral(
          referral: RecordID(from.transfer), isIncoming: true,
          takenBack: items.takenBack(from.transfer))
      case .sent, .received, .back: nil
      }
    }
  }

  /// The list of transfers with a referral that the other vault took back.
  public static func list(
    _ value: FieldValue?, takingBack referral: RecordID, at seconds: Int
  ) throws(VaultError) -> FieldValue {
    let back = TransferItem.back(.init(at: seconds, referral: referral.identifier))
    return .list((try TransferItem.all(in: value) + [back]).map(\.text))
  }
}

extension [TransferItem] {
  fileprivate func takenBack(_ referral: Identifier) -> Int? {
    for case .back(let back) in self where back.referral == referral { return back.at }
    return nil
  }
}
