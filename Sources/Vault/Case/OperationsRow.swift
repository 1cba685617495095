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
  init?(decoding bytes: [UInt8]) {
    guard let values = try? ListedRow(bytes)?.values() else { return nil }
    self.values = values
  }
}
