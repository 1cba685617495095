/// One record as far as it was asked for and may be read: the newest version of each field.
public struct DisclosedRecord: Sendable {
  public let id: RecordID
  public let entity: UInt16
  public let version: UInt64
  public let fields: [FieldID: FieldValue]
  /// Who wrote each of them; of copies nobody is named.
  public var writers: [FieldID: MemberID] = [:]
  /// Of each field the version that was opened.
  let versions: [FieldID: UInt64]
}

extension [DisclosedRecord] {
  /// Adds what was opened, to the record that it is of where part of that is here already: a member
  /// holds a record's fields by key and by one excerpt or several, and sees one record.
  mutating func merge(_ opened: DisclosedRecord) {
    guard let index = firstIndex(where: { $0.id == opened.id }) else {
      append(opened)
      return
    }
    let known = self[index]
    // Copies of one field say the same: all of them are sealed anew where it is written.
    self[index] = DisclosedRecord(
      id: known.id, entity: known.entity, version: Swift.max(known.version, opened.version),
      fields: known.fields.merging(opened.fields) { $1 },
      writers: known.writers.merging(opened.writers) { $1 },
      versions: known.versions.merging(opened.versions) { $1 })
  }
}
