import AuditLog

/// A time from outside that an entry beside it contradicts: the last entry that the witness or authority saw
/// says that it was made later, or the one that holds the hash of their answer says that it was made earlier.
/// The log fits all the same; which of the two clocks is wrong, it cannot tell.
public struct ContradictedTime: Hashable, Sendable {
  /// Whether it is an authority's time-stamp or a witness's cosignature.
  public let isTimeStamp: Bool
  /// The entry of the receipt.
  public let receipt: Int
  /// What they said, UTC milliseconds.
  public let time: Int
  /// The entry that cannot be of that time, and what it says.
  public let entry: Int
  public let claimed: Int
}

extension Vault {
  /// What the entries before and at a receipt claim against the time in it.
  ///
  /// - Parameters:
  ///   - receipt: its entry.
  ///   - size: the size of the head that was seen.
  func contradicted(
    isTimeStamp: Bool, at time: Int, size: Int, by receipt: Entry, _ tx: Transaction
  ) throws(VaultError) -> ContradictedTime? {
    let last = try ledger.provenEntry(size - 1, in: tx)
    let found = ClockContradiction.first(
      outside: time, older: .init(entry: last.seq, time: last.t),
      younger: .init(entry: receipt.seq, time: receipt.t))
    return found.map {
      ContradictedTime(
        isTimeStamp: isTimeStamp, receipt: receipt.seq, time: time, entry: $0.claim.entry,
        claimed: $0.claim.time)
    }
  }

  /// What entries state of witnesses and authorities and no row holds any more, and rows that do not hold: what
  /// `verifyLog` names of them, without the reading of the whole log.
  func brokenReceipts() throws(VaultError) -> [LogFinding] {
    try store.look { tx throws(VaultError) in
      var receipts: [Int: Entry] = [:]
      for act in [Act.cosignReceipt, Act.anchorReceipt] {
        for seq in try tx.leaves(ofAct: act) where (0..<ledger.frontier.size).contains(seq) {
          let entry = try ledger.provenEntry(seq, in: tx)
          if entry.act == act, entry.out == .ok { receipts[seq] = entry }
        }
      }
      let check = OutsideCheck(prover: prover(tx), roster: ledger.roster)
      return try OutsideExaminer(check: check, receipts: receipts, tx: tx).findings()
    }
  }
}
