import Sealing

/// A segment, opened: its people and what each can be found by (Format.md, "Search segments").
struct SegmentPage: Equatable {
  struct Person: Equatable {
    var id: CaseID
    var fields: [IndexedField]
  }

  /// In no order that tells anything.
  private(set) var people: [Person] = []

  static let form: UInt8 = 1
  /// Of one person: their number is one byte.
  static let mostRecords = Int(UInt8.max)

  init() {}

  // MARK: Changing

  /// What a person's fields are found by from now on; their other fields stay. A person without any stands here
  /// too: the index has looked at them.
  mutating func put(_ fields: [IndexedField], of id: CaseID) {
    var person = Person(id: id, fields: [])
    if let place = people.firstIndex(where: { $0.id == id }) { person = people.remove(at: place) }
    person.fields.removeAll { known in
      fields.contains { $0.record == known.record && $0.field == known.field }
    }
    person.fields += fields
    // Where somebody stands must not say when they came.
    people.insert(person, at: Int.random(in: 0...people.count))
  }

  /// - Returns: whether they were in it.
  @discardableResult
  mutating func remove(_ id: CaseID) -> Bool {
    let count = people.count
    people.removeAll { $0.id == id }
    return people.count < count
  }

  subscript(_ id: CaseID) -> [IndexedField]? { people.first { $0.id == id }?.fields }

  /// In how many records what a person is found by stands.
  func records(of id: CaseID) -> Int { Set((self[id] ?? []).map(\.record)).count }

  // MARK: Bytes

  /// Padded to a whole number of steps, less the byte that the field's own padding takes.
  var encoded: [UInt8] {
    var out: [UInt8] = [Self.form]
    out.append(littleEndian: UInt16(people.count))
    for person in people {
      person.id.identifier.append(to: &out)
      let records = Dictionary(grouping: person.fields, by: \.record).sorted { $0.key < $1.key }
      out.append(UInt8(records.count))
      for (record, fields) in records {
        record.identifier.append(to: &out)
        out.append(UInt8(fields.count))
        for field in fields.sorted(by: { $0.field < $1.field }) { Self.append(field, to: &out) }
      }
    }
    let steps = out.count / SearchSegment.step + 1
    out += [UInt8](repeating: 0, count: steps * SearchSegment.step - 1 - out.count)
    return out
  }

  private static func append(_ field: IndexedField, to out: inout [UInt8]) {
    out.append(littleEndian: field.field.rawValue)
    out.append(littleEndian: field.version)
    out.append(littleEndian: field.keyVersion)
    out.append(UInt8(field.groups.count))
    for group in field.groups {
      out.append(group.kind)
      out.append(UInt8(group.tokens.count))
    }
    for token in field.groups.flatMap(\.tokens) {
      for byte in 0..<IndexedField.tokenLength {
        out.append(UInt8(truncatingIfNeeded: token >> UInt64(8 * byte)))
      }
    }
  }

  /// Nil where the bytes are no page.
  init?(decoding bytes: [UInt8]) {
    var cursor = SegmentCursor(bytes, count: bytes.count)
    guard cursor.begin() else { return nil }
    while let id = cursor.nextPerson() {
      var fields: [IndexedField] = []
      while let field = cursor.nextField() {
        let groups = cursor.groups(of: field)
        fields.append(
          IndexedField(
            record: field.record, field: field.field, version: field.version,
            keyVersion: field.keyVersion, groups: groups))
      }
      people.append(Person(id: id, fields: fields))
    }
    guard cursor.isSound else { return nil }
  }
}
