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

  /// The new fields of some records, each record by its row.
  func insertFields(_ records: [(key: Int, fields: [FieldRow])]) throws(VaultError) {
    var values: [DatabaseValue] = []
    values.reserveCapacity(5 * records.reduce(0) { $0 + $1.fields.count })
    for record in records {
      for field in record.fields {
        values.append(record.key.databaseValue)
        values.append(field.id.rawValue.databaseValue)
        values.append(Int(field.version).databaseValue)
        values.append(field.writer.databaseValue)
        values.append(field.blob.databaseValue)
      }
    }
    try Self.fieldInsertion.insert(values, self)
  }

  private static let recordInsertion = RowInsertion(
    into: "record", ["key", "file", "id", "entity", "version", "writer", "hash"])

  /// New records whose rows are known.
  func insertRecords(_ records: [RecordRow], file: Int) throws(VaultError) {
    var values: [DatabaseValue] = []
    for record in records {
      values.append(record.key.databaseValue)
      values.append(file.databaseValue)
      values.append(Data(record.id.identifier.bytes).databaseValue)
      values.append(Int(record.entity).databaseValue)
      values.append(Int(record.version).databaseValue)
      values.append(record.writer.databaseValue)
      values.append(Data(record.hash.bytes).databaseValue)
    }
    try Self.recordInsertion.insert(values, self)
  }

  private static let classKeyInsertion = RowInsertion(
    into: "class_key", ["file", "class", "version", "seq", "due"])

  func insertClassKeys(_ keys: [ClassKeyRow], of file: Int) throws(VaultError) {
    var values: [DatabaseValue] = []
    for key in keys {
      values.append(file.databaseValue)
      values.append(Int(key.keyClass).databaseValue)
      values.append(Int(key.version).databaseValue)
      values.append(key.seq.databaseValue)
      values.append((key.isDue ? 1 : 0).databaseValue)
    }
    try Self.classKeyInsertion.insert(values, self)
  }
}
