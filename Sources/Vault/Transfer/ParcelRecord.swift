import Sealing

/// A record as it travels: every kept version of every field of the part's classes, opened. Its id stays, so
/// that references to it hold.
struct ParcelRecord: Equatable {
  var id: RecordID
  var entity: UInt16
  /// Ascending by field, then version.
  var fields: [Field]
  /// Of the fields that travel in the other file, the newest version: what is written meanwhile is numbered
  /// after it, so that their order holds when they come.
  var awaited: [Awaited]

  struct Field: Equatable {
    var id: FieldID
    var version: UInt64
    var value: FieldValue
  }

  struct Awaited: Equatable {
    var id: FieldID
    var version: UInt64
  }

  /// The newest version of each field that is there.
  var newest: [FieldID: Field] {
    fields.reduce(into: [:]) { all, field in all[field.id] = field }
  }

  /// Whether any version of one of these fields was given.
  func everGave(_ names: Set<FieldID>) -> Bool {
    fields.contains { names.contains($0.id) && $0.value.state == .given }
  }

  /// The record with no version of some fields; nil where nothing of it is left.
  func without(_ names: Set<FieldID>) -> ParcelRecord? {
    with(
      fields.filter { !names.contains($0.id) }, awaited.filter { !names.contains($0.id) })
  }

  /// The record with these versions alone; nil where nothing of it is left.
  func with(_ kept: [Field], _ later: [Awaited]? = nil) -> ParcelRecord? {
    let later = later ?? awaited
    return kept.isEmpty && later.isEmpty
      ? nil : ParcelRecord(id: id, entity: entity, fields: kept, awaited: later)
  }

  /// One that is made in the act that the file leaves by; nil for a change of one that is there.
  init?(made change: RecordChange) {
    guard change.target == .new, let name = change.name else { return nil }
    self.init(
      id: name, entity: change.entity,
      fields: change.fields.sorted { $0.key < $1.key }.map {
        Field(id: $0.key, version: 1, value: $0.value)
      }, awaited: [])
  }

  // MARK: As bytes

  func append(to out: inout [UInt8]) {
    id.identifier.append(to: &out)
    out.append(littleEndian: entity)
    out.append(littleEndian: UInt32(fields.count))
    for field in fields {
      out.append(littleEndian: field.id.rawValue)
      out.append(littleEndian: field.version)
      out.append(prefixed: field.value.encoded)
    }
    out.append(littleEndian: UInt32(awaited.count))
    for field in awaited {
      out.append(littleEndian: field.id.rawValue)
      out.append(littleEndian: field.version)
    }
  }

  init(id: RecordID, entity: UInt16, fields: [Field], awaited: [Awaited]) {
    (self.id, self.entity, self.fields, self.awaited) = (id, entity, fields, awaited)
  }

  /// Nil for what is not written so, in this order: one parcel has one spelling.
  init?(_ reader: inout ByteReader) {
    guard let id = reader.take(16).flatMap({ Identifier($0) }),
      let entity: UInt16 = reader.integer(), entity < Excerpt.firstClass,
      entity != Restriction.entity,
      let count: UInt32 = reader.integer()
    else { return nil }
    var fields: [Field] = []
    for _ in 0..<count {
      guard let field = Self.field(&reader) else { return nil }
      if let last = fields.last, (last.id, last.version) >= (field.id, field.version) { return nil }
      fields.append(field)
    }
    guard let rest: UInt32 = reader.integer() else { return nil }
    var awaited: [Awaited] = []
    for _ in 0..<rest {
      guard let field: UInt32 = reader.integer(), let version: UInt64 = reader.integer(),
        Self.isVersion(version), awaited.last.map({ $0.id.rawValue < field }) ?? true
      else { return nil }
      awaited.append(Awaited(id: FieldID(field), version: version))
    }
    self.init(id: RecordID(id), entity: entity, fields: fields, awaited: awaited)
  }

  private static func field(_ reader: inout ByteReader) -> Field? {
    guard let id: UInt32 = reader.integer(), id > 0, let version: UInt64 = reader.integer(),
      isVersion(version), let value = reader.prefixed().flatMap({ FieldValue(decoding: $0) })
    else { return nil }
    return Field(id: FieldID(id), version: version, value: value)
  }

  /// Far beyond what anybody writes, and far below where counting on would fail.
  private static func isVersion(_ version: UInt64) -> Bool { (1..<1 << 48).contains(version) }
}
