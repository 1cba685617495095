import AuditLog
import FoundationEssentials
import Sealing

/// Records of another vault's case that go into one that is here: the clinical part.
struct ParcelTaking: Sendable {
  var records: [ParcelRecord]
  /// SHA-256 of the file.
  var sum: Digest
  /// The entry that took in the lead's part.
  var ref: Int
}

extension ParcelRecord {
  /// What is sealed where the lead's part is taken in: its fields, and of those that are awaited a version
  /// of their own that says nothing, so that whatever is written before they come has a later number and
  /// nobody sees whether there was anything.
  var placed: [Field] {
    let reserved = awaited.map {
      Field(id: $0.id, version: $0.version + 1, value: .absent(.notAsked))
    }
    return (fields + reserved).sorted { ($0.id, $0.version) < ($1.id, $1.version) }
  }
}

extension CaseWriter {
  /// Seals what travelled into records that are here or new, each version under its own number.
  ///
  /// - Returns: what has to be copied anew where copies were given out, and the records.
  /// - Throws: `.transfer(.receivedBefore)` where one of the versions stands here already.
  func take(
    _ taking: ParcelTaking?
  ) throws(VaultError) -> (changes: [RecordChange], records: [SealedRecord]) {
    var (changes, sealed): ([RecordChange], [SealedRecord]) = ([], [])
    for record in taking?.records ?? [] {
      let row = rows.first { $0.id == record.id }
      guard row?.kind ?? record.entity == record.entity else { throw .file(.content) }
      let kept = try row.map { row throws(VaultError) in try tx.fields(of: row.key) } ?? []
      let restored = try restored(record, kept)
      let fields = try sealer.seal(
        (record.fields + restored).sorted { ($0.id, $0.version) < ($1.id, $1.version) },
        record: record.id)
      changes.append(
        RecordChange(
          .existing(record.id), entity: record.entity,
          fields: restored.reduce(into: [:]) { $0[$1.id] = $1.value }))
      sealed.append(
        row.map { .next($0, kept: kept, new: fields, writer: context.asker) }
          ?? .first(record.id, entity: record.entity, fields: fields, writer: context.asker))
    }
    return (changes, sealed)
  }

  /// Where nothing was written since the number was reserved, the newest value is what travelled: it is
  /// written once more, behind the reserved one.
  private func restored(
    _ record: ParcelRecord, _ kept: [Transaction.FieldRow]
  ) throws(VaultError) -> [ParcelRecord.Field] {
    var fields: [ParcelRecord.Field] = []
    for (id, newest) in record.newest {
      let present = kept.filter { $0.id == id }.map(\.version)
      guard present.allSatisfy({ $0 > newest.version }) else { throw .transfer(.receivedBefore) }
      guard present == [newest.version + 1] else { continue }
      fields.append(
        ParcelRecord.Field(id: id, version: newest.version + 2, value: newest.value))
    }
    return fields
  }
}
