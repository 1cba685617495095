import AuditLog

extension Vault {
  /// The clock that an hour is measured by: never behind the newest entry, so that a machine's clock that is
  /// set back lengthens nothing. One that was is about to say so in the log (`clock.step`), and nobody knows then when
  /// an hour that began before is over: none is left.
  var emergencyTime: Int {
    let present = now()
    return ledger.time - present > Ledger.tolerance ? .max : max(present, ledger.time)
  }

  /// The largest time that anybody can have seen since an entry: by the clock, or by any later entry. A clock
  /// that was set back, and said so in the log (`clock.step`), lengthens nothing that began before.
  func timeSeen(since seq: Int, _ tx: Transaction) throws(VaultError) -> Int {
    var (time, next) = (max(now(), ledger.time), seq + 1)
    while next < ledger.frontier.size {
      let behind = min(next + Self.leavesAtOnce, ledger.frontier.size)
      try tx.eachLeaf(from: next, below: behind) { index, bytes throws(VaultError) in
        guard let entry = try? Leaf(parsing: bytes).entry else { throw .logBroken(at: index) }
        time = max(time, entry.t)
      }
      next = behind
    }
    return time
  }

  /// Of seven days there are few; a register that is taken in has a leaf a case.
  private static let leavesAtOnce = 1_024
}
