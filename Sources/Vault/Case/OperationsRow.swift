/// What queues need of a case: code, status, stage, clocks, owner. One sealed list a case, under the
/// vault-wide operations key and again under the case's own outer key.
struct OperationsRow: Equatable {
  var values: [FieldID: FieldValue]

  /// Format.md, "Operations row": a list whose items are u32 field id ‖ type ‖ state ‖ value,
  /// ascending by id.
  var encoded: [UInt8] {
    var out: [UInt8] = [8, FieldState.given.rawValue]
    out.append(littleEndian: UInt32(values.count))
    for (id, value) in values.sorted(by: { $0.key < $1.key }) {
      var item: [UInt8] = []
      item.append(littleEndian: id.rawValue)
      item.append(contentsOf: value.encoded)
      out.append(prefixed: item)
    }
    return out
  }

  init(_ values: [FieldID: FieldValue]) { self.values = values }

  /// Nil where the bytes are not an operations row.
  ///
  /// - Parameter wanted: only these are made into values; the form of all is checked.
  init?(decoding bytes: [UInt8], only wanted: Set<FieldID>? = nil) {
    var reader = ByteReader(bytes)
    guard reader.take(2) == [8, FieldState.given.rawValue], let count: UInt32 = reader.integer()
    else { return nil }
    values = [:]
    // Strictly ascending, as it is written: one row, one spelling.
    var last: UInt32?
    for _ in 0..<count {
      guard let item = reader.prefixedPart() else { return nil }
      var inner = ByteReader(item)
      guard let id: UInt32 = inner.integer(), last.map({ $0 < id }) ?? true else { return nil }
      last = id
      if let wanted, !wanted.contains(FieldID(id)) { continue }
      guard let value = FieldValue(decoding: item.dropFirst(4)) else { return nil }
      values[FieldID(id)] = value
    }
    guard reader.isAtEnd else { return nil }
  }
}
