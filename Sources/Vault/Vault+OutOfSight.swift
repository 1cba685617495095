import AuditLog
import Sealing

extension Vault {
  /// The entries of a case that were taken back and wait: to the owner and leads all, to others those of which they could
  /// read a field, in an emergency too, so that nobody takes silence for "there is none".
  ///
  /// Nothing is opened. No entry is needed: whoever asks has just read something of the case, or is refused it like any
  /// look.
  public func outOfSight(
    of id: CaseID, for purpose: Purpose?, as session: borrowing Session
  ) throws(VaultError) -> [HiddenRecord] {
    let (member, keyring, sid) = ((session.member, session.memberKey), session.keyring, session.sid)
    return try lookNoting(Act.fieldRead, id, session) { tx throws(VaultError) in
      guard let file = try tx.file(id) else { return [] }
      let rows = try tx.records(of: file.key).filter(\.isRetracted)
      guard !rows.isEmpty else { return [] }
      let context = ActContext(
        vault: self, tx: tx, asker: asker(member.0, member.1), keyring: keyring, sid: sid)
      keyring.beginCase()
      let standings = try context.gate.standings(
        of: context.asker, to: file, holdsExcerpt: context.holdsExcerpt(of: file))
      let seesAll = standings.contains(where: \.isLeadOrOwner)
      var found: [HiddenRecord] = []
      for row in rows {
        let kept = Set(try tx.fields(of: row.key).map(\.id)).filter { fields[$0] != nil }
        // Of one that was destroyed nothing is left but its row.
        guard !kept.isEmpty else { continue }
        let readable = seesAll ? kept : try context.readable(kept, of: id, for: purpose)
        guard !readable.isEmpty else { continue }
        found.append(try context.hidden(row, of: file))
      }
      return found
    }
  }
}

extension ActContext {
  /// With the entry that asks for it, by the log alone: whoever looks need not open the list of what waits.
  fileprivate func hidden(
    _ row: Transaction.RecordRow, of file: Transaction.File
  ) throws(VaultError) -> HiddenRecord {
    let rec = try pseudonym(file)
    let item = try vault.custody.itemName(of: file.key, id: file.id, record: row.id)
    for seq in try tx.leaves(ofAct: Act.caseRetract).reversed()
    where seq < vault.ledger.frontier.size {
      let entry = try vault.ledger.provenEntry(seq, in: tx)
      guard entry.act == Act.caseRetract, entry.out == .ok, entry.gen == nil, entry.rec == rec,
        entry.item == item
      else { continue }
      return HiddenRecord(
        record: row.id, kind: row.kind, entry: seq,
        isAsked: try gate.lapse(of: entry, in: file) == nil && entry.kind != ErasureReplay.kind)
    }
    return HiddenRecord(record: row.id, kind: row.kind, entry: nil, isAsked: false)
  }
}
