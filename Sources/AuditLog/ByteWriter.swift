import Sealing

/// Writes what pins keep: numbers little-endian, as everywhere in the vault's own formats.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: Int, bytes count: Int) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }

  mutating func digest(_ digest: Digest) { digest.append(to: &bytes) }

  mutating func identifier(_ identifier: Identifier) { identifier.append(to: &bytes) }

  mutating func raw(_ value: [UInt8]) { bytes.append(contentsOf: value) }

  /// A list: u32 count, then the items.
  mutating func list<Items: Collection>(
    _ items: Items, _ write: (inout ByteWriter, Items.Element) -> Void
  ) {
    number(items.count, bytes: 4)
    for item in items { write(&self, item) }
  }

  /// A presence byte, and the value where there is one.
  mutating func optional<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    number(value == nil ? 0 : 1, bytes: 1)
    if let value { write(&self, value) }
  }
}
