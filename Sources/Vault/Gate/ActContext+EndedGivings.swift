import AuditLog

extension ActContext {
  /// What of givings to the asker ended since a moment, newest first: whoever was given copies finds nothing of them in
  /// any list by then, and would not know whether somebody took them back or their day passed.
  ///
  /// - Parameter field: only of those that hold a copy of this one.
  func endedGivings(
    holding field: FieldID, since first: Int
  ) throws(VaultError) -> [EndedGiving] {
    let now = vault.now()
    var found: [EndedGiving] = []
    for row in try tx.excerpts(given: asker.memberKey, until: first)
    where row.ended != nil || row.until <= now {
      let held = try? gate.fieldIDs(in: [row])
      guard held?.contains(field) == true, let one = try ended(row), one.ended >= first
      else { continue }
      found.append(one)
    }
    return found.sorted { ($0.ended, $0.entry) > ($1.ended, $1.entry) }
  }

  /// By the entries; nil where they do not say what the row does.
  private func ended(_ row: Transaction.ExcerptRow) throws(VaultError) -> EndedGiving? {
    let log = 0..<vault.ledger.frontier.size
    guard log.contains(row.since) else { return nil }
    let given = try vault.ledger.provenEntry(row.since, in: tx)
    guard given.act == Act.excerptGive, given.out == .ok else { return nil }
    guard let seq = row.ended else {
      return EndedGiving(entry: row.since, given: given.t, ended: row.until, act: nil)
    }
    guard log.contains(seq) else { return nil }
    let end = try vault.ledger.provenEntry(seq, in: tx)
    guard end.ref == row.since else { return nil }
    guard end.t < row.until else {
      return EndedGiving(entry: row.since, given: given.t, ended: row.until, act: nil)
    }
    var cause = end.act
    if let by = end.by { cause = try vault.ledger.provenEntry(by, in: tx).act }
    return EndedGiving(entry: row.since, given: given.t, ended: end.t, act: cause)
  }
}
