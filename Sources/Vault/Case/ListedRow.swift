/// The operations row of one case as a list reads it: a field becomes a value only when it is asked for, because
/// most of what a row holds is not, in most of a hundred thousand rows.
public struct ListedRow {
  private let bytes: [UInt8]
  private let end: Int
  /// How often the case was written without this row.
  public internal(set) var beside: UInt64 = 0

  /// Where the items begin: behind type, state and their number.
  private static let itemsOffset = 6

  /// Nil where the bytes are not an operations row.
  ///
  /// - Parameter count: how many of the bytes are the row; nil for all.
  init?(_ bytes: [UInt8], count: Int? = nil) {
    self.bytes = bytes
    end = count ?? bytes.count
    guard end >= Self.itemsOffset, end <= bytes.count, bytes[0] == 8,
      bytes[1] == FieldState.given.rawValue, let items = integer(at: 2)
    else { return nil }
    // Strictly ascending, as it is written: one row, one spelling.
    var (offset, last) = (Self.itemsOffset, Int64(-1))
    for _ in 0..<items {
      guard let item = item(at: offset), item.id > last else { return nil }
      (offset, last) = (item.value.upperBound, Int64(item.id))
    }
    guard offset == end else { return nil }
  }

  /// What a field holds; nil where the row has it not.
  ///
  /// - Throws: `doesNotOpen` where that is no value.
  public func value(of field: FieldID) throws(VaultError) -> FieldValue? {
    var offset = Self.itemsOffset
    while let item = item(at: offset), item.id <= field.rawValue {
      if item.id == field.rawValue { return try read(item.value) }
      offset = item.value.upperBound
    }
    return nil
  }

  /// The fields that are asked for; all where none is named.
  ///
  /// - Throws: `doesNotOpen` where one of them is no value.
  public func values(
    only wanted: Set<FieldID>? = nil
  ) throws(VaultError) -> [FieldID: FieldValue] {
    var values: [FieldID: FieldValue] = [:]
    var offset = Self.itemsOffset
    while let item = item(at: offset) {
      let field = FieldID(item.id)
      if wanted?.contains(field) ?? true { values[field] = try read(item.value) }
      offset = item.value.upperBound
    }
    return values
  }

  private func read(_ value: Range<Int>) throws(VaultError) -> FieldValue {
    guard let value = FieldValue(decoding: bytes[value]) else { throw .doesNotOpen }
    return value
  }

  // MARK: Items

  /// The item that begins at an offset, and where its value lies.
  private func item(at offset: Int) -> (id: UInt32, value: Range<Int>)? {
    guard let length = integer(at: offset), length >= 4, let id = integer(at: offset + 4)
    else { return nil }
    let next = offset + 4 + Int(length)
    return next <= end ? (id, offset + 8..<next) : nil
  }

  private func integer(at offset: Int) -> UInt32? {
    guard offset + 4 <= end else { return nil }
    let bytes = bytes.span
    return UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8
      | UInt32(bytes[offset + 2]) << 16 | UInt32(bytes[offset + 3]) << 24
  }
}
