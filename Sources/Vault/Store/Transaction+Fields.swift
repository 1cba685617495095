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

  private static let fieldInsertion = RowInsertion(
    into: "field", ["record", "id", "version", "writer", "blob"])

  /// What stores the new fields of some records, each record by its row.
  static func insertion(of records: [(key: Int, fields: [FieldRow])]) -> [RowInsertion.Step] {
    var values: [(any DatabaseValueConvertible)?] = []
    values.reserveCapacity(5 * records.reduce(0) { $0 + $1.fields.count })
    for record in records {
      for field in record.fields {
        values.append(record.key)
        values.append(Int(field.id.rawValue))
        values.append(Int(field.version))
        values.append(field.writer)
        values.append(field.blob)
      }
    }
    return fieldInsertion.steps(values)
  }

  private static let recordInsertion = RowInsertion(
    into: "record", ["key", "file", "id", "entity", "version", "writer", "hash"])

  /// What stores new records whose rows are known, with their fields.
  static func insertion(of records: [SealedRecord], file: Int) -> [RowInsertion.Step] {
    var values: [(any DatabaseValueConvertible)?] = []
    for record in records {
      let row = record.row
      values.append(row.key)
      values.append(file)
      values.append(Data(row.id.identifier.bytes))
      values.append(Int(row.entity))
      values.append(Int(row.version))
      values.append(row.writer)
      values.append(Data(row.hash.bytes))
    }
    return recordInsertion.steps(values)
      + insertion(of: records.map { ($0.row.key, $0.fields) })
  }

  private static let classKeyInsertion = RowInsertion(
    into: "class_key", ["file", "class", "version", "seq", "due"])

  func insertClassKeys(_ keys: [ClassKeyRow], of file: Int) throws(VaultError) {
    var values: [(any DatabaseValueConvertible)?] = []
    for key in keys {
      values.append(file)
      values.append(Int(key.keyClass))
      values.append(Int(key.version))
      values.append(key.seq)
      values.append(key.isDue ? 1 : 0)
    }
    try run(Self.classKeyInsertion.steps(values))
  }
}
