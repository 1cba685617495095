import Sealing

extension Vault {
  /// What a handle that nobody has costs whoever tries it: one of the costs that members' passphrases
  /// have here, as often as members have it.
  ///
  /// With one cost for all of them, a handle that takes longer would be a lead's, an administrator's or
  /// a trustee's. Which it is follows from the handle under a key in custody, so that it is the same each
  /// time and nobody without custody can tell it beforehand.
  func cost(ofUnknown handle: String) throws(VaultError) -> StretchingCost {
    let costs = try store.look { tx throws(VaultError) in try tx.slots() }
      .compactMap { try? PassphraseSlot(bytes: $0).cost }
      .sorted { ($0.memory, $0.passes) < ($1.memory, $1.passes) }
    guard !costs.isEmpty else { return Passphrase.cost(for: .socialWorker, low: isLowCost) }
    // A share of the whole, and not a remainder: one member more changes the cost of few handles.
    let share = try custody.share(ofUnknown: handle)
    return costs[Int(share.multipliedFullWidth(by: UInt64(costs.count)).high)]
  }
}
