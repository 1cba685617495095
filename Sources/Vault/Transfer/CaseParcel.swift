import Sealing

/// What a file for another vault holds of a case (Format.md, "A parcel").
struct CaseParcel: Equatable {
  /// The code of the case in the sending vault.
  var code: String
  /// SHA-256 of the file with the lead's part; of the lead's part itself zero.
  var first: Digest
  /// The operations row; empty in the clinical part.
  var operations: [FieldID: FieldValue]
  /// Ascending by id.
  var records: [ParcelRecord]

  private static let label = Array("safekeep/parcel/1".utf8)

  var encoded: [UInt8] {
    var out = Self.label
    out.append(prefixed: Array(code.utf8))
    first.append(to: &out)
    out.append(prefixed: OperationsRow(operations).encoded)
    out.append(littleEndian: UInt32(records.count))
    for record in records { record.append(to: &out) }
    return out
  }

  init(
    code: String, first: Digest, operations: [FieldID: FieldValue], records: [ParcelRecord]
  ) {
    (self.code, self.first) = (code, first)
    (self.operations, self.records) = (operations, records)
  }

  /// Nil where the bytes are not a parcel.
  init?(decoding bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard reader.take(Self.label.count) == Self.label,
      let code = reader.prefixed().flatMap({ String(validating: $0, as: UTF8.self) }),
      code.utf8.count <= 64, let first = reader.take(32).flatMap({ Digest($0) }),
      let row = reader.prefixed().flatMap({ OperationsRow(decoding: $0) }),
      let count: UInt32 = reader.integer()
    else { return nil }
    var records: [ParcelRecord] = []
    for _ in 0..<count {
      guard let record = ParcelRecord(&reader) else { return nil }
      guard records.last.map({ $0.id < record.id }) ?? true else { return nil }
      records.append(record)
    }
    guard reader.isAtEnd else { return nil }
    self.init(code: code, first: first, operations: row.values, records: records)
  }
}
