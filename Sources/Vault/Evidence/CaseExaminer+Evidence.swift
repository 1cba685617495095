import AuditLog
import Sealing

extension CaseExaminer {
  /// The stored contents of a case against the entries that took them in, without a key: rows that were taken
  /// away, moved or exchanged, and records whose content is not there.
  func evidenceFault(_ file: Transaction.File, _ tx: Transaction) throws(VaultError) -> Fault? {
    // Before that format no file was kept.
    guard try SQLiteFile.format(tx.db) > 4 else { return nil }
    let rec = try custody.pseudonym(of: file.key, id: file.id)
    var missing: Set<RecordID> = []
    for record in try tx.records(of: file.key) where record.kind == Evidence.entity {
      let fields = try tx.fields(of: record.key)
      if fields.contains(where: { $0.id == Evidence.keyField }) { missing.insert(record.id) }
    }
    for row in try tx.evidence(of: file.key) {
      guard missing.remove(row.record) != nil, try isStated(row, of: rec, file, tx)
      else { return ("case.evidence", row.seq) }
    }
    return missing.isEmpty ? nil : ("case.evidence", file.seq)
  }

  /// Whether the entry that a row names states just this, of this record of the case.
  private func isStated(
    _ row: Transaction.EvidenceRow, of rec: Identifier, _ file: Transaction.File,
    _ tx: Transaction
  ) throws(VaultError) -> Bool {
    guard let bytes = try tx.leaf(at: row.seq), let entry = try? Leaf(parsing: bytes).entry,
      entry.act == Evidence.addAct, entry.out == .ok, entry.rec == rec,
      try custody.itemName(of: file.key, id: file.id, record: row.record) == entry.item
    else { return false }
    let (sum, parts) = try tx.evidenceSum(row)
    return parts == row.parts && sum == entry.sum
  }
}
