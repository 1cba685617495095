public import Sealing

/// The field table that a log adopted, as an export shows it: numbers alone, enough to say of a field in
/// an entry in which record it stands, in which class, and who reads and writes it.
///
/// The bytes that `schema.set` names by their hash are made from the same numbers, so the page can be
/// held against the log.
public struct FieldTablePage: Hashable, Sendable {
  /// One field.
  public struct Row: Hashable, Sendable {
    /// Number, entity, class, and the roles that read and that write it, a bit a role.
    public let id, entity, fieldClass, readers, writers: Int

    /// A field.
    public init(id: Int, entity: Int, fieldClass: Int, readers: Int, writers: Int) {
      (self.id, self.entity, self.fieldClass) = (id, entity, fieldClass)
      (self.readers, self.writers) = (readers, writers)
    }

    var text: String {
      #"{"class":\#(fieldClass),"entity":\#(entity),"id":\#(id),"#
        + #""readers":\#(readers),"writers":\#(writers)}"#
    }
  }

  /// The fields, ascending by number.
  public let rows: [Row]

  /// A table.
  public init(rows: [Row]) { self.rows = rows.sorted { $0.id < $1.id } }

  /// JSON: one object with the array `fields`, a field a line.
  public var bytes: [UInt8] {
    Array(("{\"fields\":[\n" + rows.map(\.text).joined(separator: ",\n") + "\n]}\n").utf8)
  }

  /// The page in a file.
  ///
  /// - Throws: ``ExportFault/schema`` unless ``bytes`` would write it so.
  public init(parsing bytes: [UInt8]) throws(AuditLogError) {
    var rows: [Row] = []
    for line in bytes.split(separator: 0x0a).dropFirst().dropLast() {
      // Five numbers stand between other bytes; that those are right shows when it is written again.
      let numbers = line.split { $0 < 0x30 || $0 > 0x39 }.compactMap { Decimal.value(of: $0) }
      guard numbers.count == 5 else { throw .export(.schema) }
      rows.append(
        Row(
          id: numbers[2], entity: numbers[1], fieldClass: numbers[0], readers: numbers[3],
          writers: numbers[4]))
    }
    self.init(rows: rows)
    guard self.bytes == bytes else { throw .export(.schema) }
  }

  /// What `sum` of `schema.set` states.
  public var digest: Digest {
    var writer = ByteWriter()
    writer.raw(Array("safekeep/fields/1".utf8))
    for row in rows {
      writer.number(row.id, bytes: 4)
      for number in [row.entity, row.fieldClass, row.readers, row.writers] {
        writer.number(number, bytes: 2)
      }
    }
    return Digest.of(writer.bytes)
  }
}
