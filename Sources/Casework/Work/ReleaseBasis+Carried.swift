import Vault

/// What a file for another vault rests on, as it goes along in it: `consent 4f…e1`, by the record that is in
/// the file, or `provision L53_27_1`.
extension ReleaseBasis {
  private static let consent = "consent "
  private static let provision = "provision "

  /// Nil for what is not written so.
  init?(carried text: String) {
    if text.hasPrefix(Self.provision) {
      self = .provision(String(text.dropFirst(Self.provision.count)))
      return
    }
    guard text.hasPrefix(Self.consent),
      let bytes = Hexadecimal.bytes(String(text.dropFirst(Self.consent.count)), count: 16),
      let record = RecordID(bytes: bytes)
    else { return nil }
    self = .consent(record)
  }

  /// With the consent's entry and the end of its last day, so that the second file ends with it too.
  func carried(with records: CaseRecords) -> TransferBasis {
    switch self {
    case .provision(let code): return TransferBasis(Self.provision + code)
    case .consent(let id):
      let consent = Consent(id, in: records)
      return TransferBasis(
        Self.consent + Hexadecimal.text(id.bytes), by: consent?.entry,
        until: consent?.lastDayOfUse.map { Casework.end(of: $0) })
    }
  }
}

extension VaultCard {
  /// What the office may be called to whoever consents: its name, or the name of its vault.
  var names: [String] { [office, origin].compactMap(\.self) }
}

extension RuleStop {
  /// The first file of a transfer went out on something that has ended since.
  ///
  /// - Parameter entry: that of the refusal; nil until it is written.
  static func ofEndedTransfer(_ entry: Int? = nil) -> RuleStop {
    var stop = RuleStop(.transferEnded, .consent, .withdrawal)
    stop.entry = entry
    return stop
  }
}
