import Sealing

/// What is recorded of a part of a case, without a key: which version every field of every record is at.
/// Held at the end of a transfer against what it was when the file was made: what was written since would
/// be lost with the keys.
enum CaseState {
  /// Format.md, "A transfer": over the records that have a field of the part, ascending by id.
  ///
  /// - Parameter operations: of the lead's part, what the operations row says beside the lists of the
  ///   program.
  static func digest(
    _ records: [(id: RecordID, fields: [Transaction.FieldRow])], _ part: TransferPart,
    _ table: FieldTable, operations: [FieldID: FieldValue]
  ) -> Digest {
    var out = Array("safekeep/state/1".utf8)
    for record in records.sorted(by: { $0.id < $1.id }) {
      let newest = versions(record.fields, part, table)
      guard !newest.isEmpty else { continue }
      record.id.identifier.append(to: &out)
      out.append(littleEndian: UInt32(newest.count))
      for (field, version) in newest.sorted(by: { $0.key < $1.key }) {
        out.append(littleEndian: field.rawValue)
        out.append(littleEndian: version)
      }
    }
    if part == .file { out.append(contentsOf: OperationsRow(operations).encoded) }
    return Digest.of(out)
  }

  /// The newest version of each field of a record that belongs to a part.
  static func versions(
    _ fields: [Transaction.FieldRow], _ part: TransferPart, _ table: FieldTable
  ) -> [FieldID: UInt64] {
    fields.newestVersions.filter { id, _ in
      table[id].map { part.classes.contains($0.fieldClass) } ?? false
    }
  }
}
