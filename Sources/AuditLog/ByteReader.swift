import Sealing

/// Reads what ``ByteWriter`` wrote; every answer is nil where the bytes run out or cannot be.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func raw(_ count: Int) -> [UInt8]? {
    guard count <= bytes.count - position else { return nil }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  mutating func number(bytes count: Int) -> Int? {
    guard let raw = raw(count) else { return nil }
    let value = raw.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: value)
  }

  mutating func digest() -> Digest? { raw(32).flatMap { Digest($0) } }

  mutating func identifier() -> Identifier? { raw(16).flatMap { Identifier($0) } }

  mutating func list<Item>(_ read: (inout ByteReader) -> Item?) -> [Item]? {
    // No count is believed before its items are there.
    guard let count = number(bytes: 4), count <= bytes.count - position else { return nil }
    var items: [Item] = []
    for _ in 0..<count {
      guard let item = read(&self) else { return nil }
      items.append(item)
    }
    return items
  }

  /// The outer nil says that the bytes are wrong, the inner one that there is no value.
  mutating func optional<Value>(_ read: (inout ByteReader) -> Value?) -> Value?? {
    switch number(bytes: 1) {
    case 0: return .some(nil)
    case 1: return read(&self).map { .some($0) }
    default: return nil
    }
  }
}
