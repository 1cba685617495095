import Sealing

/// What a file for another vault holds of a case (Format.md, "A parcel").
struct CaseParcel: Equatable {
  /// The code of the case in the sending vault.
  var code: String
  /// SHA-256 of the file with the lead's part; of the lead's part itself zero.
  var first: Digest
  /// What the transfer rests on, as the sender's Casework names it; empty in the clinical part, which rests
  /// on the same.
  var basis = ""
  /// When that ends, in UTC milliseconds; nil where nothing ends it.
  var until: UInt64?
  /// The card that the lead's part was sealed to, as text: under what name the receiver was known. Empty in
  /// the clinical part.
  var card: [UInt8] = []
  /// The operations row; empty in the clinical part.
  var operations: [FieldID: FieldValue]
  /// Ascending by id.
  var records: [ParcelRecord]

  private static let label = Array("safekeep/parcel/2".utf8)

  /// A name and a code, or 32 digits.
  private static let longestBasis = 256

  var encoded: [UInt8] {
    var out = Self.label
    out.append(prefixed: Array(code.utf8))
    first.append(to: &out)
    out.append(prefixed: Array(basis.utf8))
    out.append(littleEndian: until ?? 0)
    out.append(prefixed: card)
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
      let basis = reader.prefixed().flatMap({ String(validating: $0, as: UTF8.self) }),
      basis.utf8.count <= Self.longestBasis, let until: UInt64 = reader.integer(),
      until < 1 << 53, let card = reader.prefixed(), card.count <= VaultCard.maximumLength,
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
    (self.basis, self.until, self.card) = (basis, until == 0 ? nil : until, card)
  }
}
