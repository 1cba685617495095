import FoundationEssentials
import GRDB
import Sealing

/// What figures are made from: one small sealed list a case, and the packs that open it.
extension Transaction {
  /// The newest version of a field of a case, sealed.
  struct FactsRow {
    var file: Int
    var id: CaseID
    var record: RecordID
    var version: UInt64
    var writer: Int
    var blob: [UInt8]
  }

  /// The newest version of one field in a run of cases, ascending by case. Cases whose keys are destroyed have
  /// no operations row either, and no facts.
  func newestFacts(
    _ field: FieldID, entity: UInt16, of keys: Range<Int>
  ) throws(VaultError) -> [FactsRow] {
    var found: [FactsRow] = []
    found.reserveCapacity(keys.count)
    try each(
      """
      SELECT f.key,f.id,r.id,d.version,d.writer,d.blob FROM file f \
      JOIN record r ON r.file=f.key AND r.entity=? JOIN field d ON d.record=r.key AND d.id=? \
      WHERE f.key>=? AND f.key<? AND length(f.operations)>0 ORDER BY f.key,d.version
      """,
      [Int(entity), Int(field.rawValue), keys.lowerBound, keys.upperBound]
    ) { row throws(VaultError) in
      guard let id = try row.withBytes(1, { Identifier($0.span) }),
        let record = try row.withBytes(2, { Identifier($0.span) })
      else { throw .damagedRow }
      let facts = FactsRow(
        file: try row.readInt(0), id: CaseID(id), record: RecordID(record),
        version: UInt64(clamping: try row.readInt(3)), writer: try row.readInt(4),
        blob: try row.withBytes(5) { [UInt8]($0) })
      // Ascending by version: the last one is the newest.
      if found.last?.file == facts.file { found.removeLast() }
      found.append(facts)
    }
    return found
  }

  /// The packs that some principals have in a run of cases, by case.
  func packs(
    of keys: Range<Int>, principal: Int
  ) throws(VaultError) -> [Int: [UInt8]] {
    var found: [Int: [UInt8]] = [:]
    found.reserveCapacity(keys.count)
    try each(
      "SELECT file,outer FROM pack WHERE file>=? AND file<? AND principal=?",
      [keys.lowerBound, keys.upperBound, principal]
    ) { row throws(VaultError) in
      found[try row.readInt(0)] = try row.withBytes(1) { [UInt8]($0) }
    }
    return found
  }
}
