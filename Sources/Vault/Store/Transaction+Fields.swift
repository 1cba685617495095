import FoundationEssentials
import GRDB
import Sealing

/// Sealed fields, and what else an opened case brings in numbers.
extension Transaction {
  struct FieldRow {
    var id: FieldID
    var version: UInt64
    var writer: Int
    var blob: Data
  }

  /// Every kept version of every field of a record, ascending by id, then version.
  func fields(of record: Int) throws(VaultError) -> [FieldRow] {
    var found: [FieldRow] = []
    for row in try rows(
      "SELECT id,version,writer,blob FROM field WHERE record=? ORDER BY id,version", [record])
    {
      found.append(
        FieldRow(
          id: FieldID(try row.integer(0)), version: try row.integer(1), writer: try row.int(2),
          blob: try row.data(3)))
    }
    return found
  }

  /// Who wrote any kept version of one of some fields of a case.
  func writers(of fields: Set<FieldID>, in file: Int) throws(VaultError) -> Set<Int> {
    let list = fields.map { String($0.rawValue) }.sorted().joined(separator: ",")
    let found = try rows(
      """
      SELECT DISTINCT field.writer FROM record JOIN field ON field.record=record.key \
      WHERE record.file=? AND field.id IN (\(list))
      """, [file])
    return Set(try found.map { row throws(VaultError) in try row.int(0) })
  }

  private static let fieldInsertion = RowInsertion(
    into: "field", same: ("version", "writer"), ["record", "id", "blob"])

  /// What stores the new fields of some records, each record by its row.
  static func insertion(of records: [(key: Int, fields: [FieldRow])]) -> [RowInsertion.Step] {
    var rows = fieldInsertion.rows()
    for record in records {
      for field in record.fields {
        rows.add(
          alike: Int(field.version), field.writer,
          [record.key, Int(field.id.rawValue), field.blob])
      }
    }
    return rows.steps()
  }

  private static let recordInsertion = RowInsertion(
    into: "record", same: ("file", "writer"), ["key", "id", "entity", "version", "hash"])

  /// What stores new records whose rows are known, with their fields.
  static func insertion(of records: [SealedRecord], file: Int) -> [RowInsertion.Step] {
    var rows = recordInsertion.rows()
    for record in records {
      let row = record.row
      rows.add(
        alike: file, row.writer,
        [
          row.key, Data(row.id.identifier.bytes), Int(row.entity), Int(row.version),
          Data(row.hash.bytes),
        ])
    }
    return rows.steps() + insertion(of: records.map { ($0.row.key, $0.fields) })
  }

  private static let classKeyInsertion = RowInsertion(
    into: "class_key", same: ("file", "seq"), ["class", "version", "due"])

  func insertClassKeys(_ keys: [ClassKeyRow], of file: Int) throws(VaultError) {
    var rows = Self.classKeyInsertion.rows()
    for key in keys {
      rows.add(
        alike: file, key.seq, [Int(key.keyClass), Int(key.version), key.isDue ? 1 : 0])
    }
    try run(rows.steps())
  }
}
