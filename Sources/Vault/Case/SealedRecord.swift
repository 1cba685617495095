import Sealing

/// A record as it is to be stored: its row with the hash that the manifest takes, and the fields that
/// are new.
struct SealedRecord {
  var row: Transaction.RecordRow
  var fields: [Transaction.FieldRow]
  /// Fields that are there already, in another seal.
  var resealed: [Transaction.FieldRow] = []
  /// Fields that are there and go.
  var erased: [Transaction.FieldRow] = []

  /// A record that was not there before.
  static func first(
    _ id: RecordID, entity: UInt16, fields: [Transaction.FieldRow], writer: Gate.Asker
  ) -> SealedRecord {
    let hash = Manifest.recordHash(
      id, version: 1, writer: writer.member, fields: fields, isRetracted: false)
    return SealedRecord(
      row: Transaction.RecordRow(
        key: 0, id: id, entity: entity, version: 1, writer: writer.memberKey, hash: hash),
      fields: fields)
  }

  /// The next version of a record that is there.
  static func next(
    _ row: Transaction.RecordRow, kept: [Transaction.FieldRow], new: [Transaction.FieldRow],
    writer: Gate.Asker
  ) -> SealedRecord {
    let all = (kept + new).sorted { ($0.id, $0.version) < ($1.id, $1.version) }
    var next = row
    next.version += 1
    next.writer = writer.memberKey
    next.hash = Manifest.recordHash(
      row.id, version: next.version, writer: writer.member, fields: all,
      isRetracted: row.isRetracted)
    return SealedRecord(row: next, fields: new)
  }

  /// The next version of a record of which some fields lie in another seal, their values and versions as
  /// they were, and some are erased.
  static func next(
    _ row: Transaction.RecordRow, kept: [Transaction.FieldRow], resealed: [Transaction.FieldRow],
    erased: [Transaction.FieldRow] = [], writer: Gate.Asker
  ) -> SealedRecord {
    let others = kept.filter { field in
      !(resealed + erased).contains { $0.id == field.id && $0.version == field.version }
    }
    var next = next(row, kept: others, new: resealed, writer: writer)
    (next.fields, next.resealed, next.erased) = ([], resealed, erased)
    return next
  }
}
