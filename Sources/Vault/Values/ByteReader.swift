/// Reads what `ByteWriting` wrote; every step can fail, none can run past the end.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: some Collection<UInt8>) {
    self.bytes = ArraySlice(bytes)
    position = self.bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  mutating func take(_ count: Int) -> [UInt8]? { part(count).map { Array($0) } }

  mutating func integer<Value: FixedWidthInteger>(_: Value.Type = Value.self) -> Value? {
    guard let raw = part(Value.bitWidth / 8) else { return nil }
    return raw.reversed().reduce(0) { $0 << 8 | Value($1) }
  }

  mutating func prefixed() -> [UInt8]? { prefixedPart().map { Array($0) } }

  /// The same where it lies, not copied: a list reads some million of them.
  mutating func prefixedPart() -> ArraySlice<UInt8>? {
    guard let length: UInt32 = integer() else { return nil }
    return part(Int(length))
  }

  private mutating func part(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, bytes.endIndex - position >= count else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
