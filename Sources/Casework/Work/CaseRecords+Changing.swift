import Vault

extension CaseRecords {
  /// The file as it will stand after a change: what rules about the outcome are held against.
  func applying(_ changes: CaseChanges) -> CaseRecords {
    var records = records
    if !changes.operations.isEmpty {
      Self.merge(changes.operations, into: &records, entity: EntityDefinition.caseNumber, id: nil)
    }
    for change in changes.records {
      switch change.target {
      case .sole: Self.merge(change.fields, into: &records, entity: change.entity, id: nil)
      case .existing(let id):
        Self.merge(change.fields, into: &records, entity: change.entity, id: id)
      case .new:
        records.append(Record(id: change.name, entity: change.entity, values: change.fields))
      }
    }
    return CaseRecords(records, book: book)
  }

  /// The file as it would stand if nobody had ever told some fields.
  func without(_ fields: Set<FieldID>) -> CaseRecords {
    guard !fields.isEmpty else { return self }
    return CaseRecords(
      records.map { record in
        Record(
          id: record.id, entity: record.entity,
          values: record.values.filter { !fields.contains($0.key) }, writers: record.writers)
      }, book: book)
  }

  private static func merge(
    _ values: [FieldID: FieldValue], into records: inout [Record], entity: UInt16, id: RecordID?
  ) {
    let place = records.firstIndex { $0.entity == entity && $0.id == id }
    let known = place.map { records[$0].values } ?? [:]
    let record = Record(id: id, entity: entity, values: known.merging(values) { $1 })
    if let place { records[place] = record } else { records.append(record) }
  }
}
