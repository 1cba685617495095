import Vault

/// What single records say, for rules that look at one of many.
extension CaseRecords {
  func records(of entity: String) -> [Record] {
    guard let number = book.entity(named: entity)?.number else { return [] }
    return records.filter { $0.entity == number }
  }

  /// - Parameter reference: a field that refers to the record.
  func record(_ reference: FieldValue?, of entity: String) -> Record? {
    guard case .bytes(let bytes) = reference, let id = RecordID(bytes: bytes) else { return nil }
    return record(id, of: entity)
  }

  func record(_ id: RecordID?, of entity: String) -> Record? {
    id.flatMap { record($0, of: entity) }
  }

  func record(_ id: RecordID, of entity: String) -> Record? {
    records(of: entity).first { $0.id == id }
  }

  func given(_ name: String, in record: Record) -> FieldValue? { values(name, in: record).first }

  func text(_ name: String, in record: Record) -> String? {
    switch given(name, in: record) {
    case .text(let text), .dateTime(let text), .date(let text): text
    default: nil
    }
  }

  func items(_ name: String, in record: Record) -> [String] {
    if case .list(let items) = given(name, in: record) { return items }
    return []
  }

  func isYes(_ name: String, in record: Record) -> Bool { given(name, in: record) == .bool(.yes) }

  /// Of these fields the ones that were not given.
  func missing(_ names: [String], in record: Record) -> [StopName] {
    names.filter { given($0, in: record) == nil }.compactMap { book[$0] }.map(StopName.field)
  }
}
