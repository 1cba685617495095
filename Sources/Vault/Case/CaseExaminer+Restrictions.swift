import AuditLog
import Sealing

extension CaseExaminer {
  /// The table of restrictions is a cache: a row that was taken out or ended by hand would have the next
  /// writer seal for those whom the person excluded. Each is held against the entries that the log has of
  /// it, and against the records of the case.
  func restrictionFault(
    _ file: Transaction.File, _ last: LogExaminer.LastStated, _ tx: Transaction
  ) throws(VaultError) -> Fault? {
    if let entry = last.restrictions.misplaced { return ("case.restriction", entry) }
    guard try SQLiteFile.format(tx.db) > 2 else {
      return last.restrictions.items.first.map { ("case.restriction", $0.since) }
    }
    let rows = try tx.restrictions(of: file.key)
    var left = Dictionary(
      last.restrictions.items.map { ($0.since, $0) }, uniquingKeysWith: { first, _ in first })
    for row in rows {
      let found = StatedRestrictions.Item(
        since: row.since,
        item: try custody.itemName(of: file.key, id: file.id, record: row.record),
        field: row.field.rawValue, role: row.role?.rawValue, sealed: row.sealed,
        lifted: row.lifted)
      guard left.removeValue(forKey: row.since) == found
      else { return ("case.restriction", row.since) }
    }
    if let missing = left.keys.min() { return ("case.restriction", missing) }
    let told = Dictionary(
      rows.map { ($0.record, $0.lifted != nil) }, uniquingKeysWith: { first, _ in first })
    guard try told == tx.restrictionRecords(of: file.key)
    else { return ("case.restriction", rows.last?.since ?? last.seq) }
    return nil
  }
}
