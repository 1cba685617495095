// Every integer this room writes is little-endian (the format of sealed fields sets it for all).

extension [UInt8] {
  /// Appends an integer, least significant byte first.
  mutating func append(littleEndian value: some FixedWidthInteger & UnsignedInteger) {
    var rest = value
    for _ in 0..<(value.bitWidth / 8) {
      append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}

extension Span<UInt8> {
  /// The integer that starts at `offset`; the caller has checked the length.
  func littleEndian<T: FixedWidthInteger & UnsignedInteger>(_ type: T.Type, at offset: Int) -> T {
    var value: T = 0
    for index in stride(from: offset + T.bitWidth / 8 - 1, through: offset, by: -1) {
      value = value << 8 | T(truncatingIfNeeded: self[index])
    }
    return value
  }

  /// A copy as an array. Only for what is no secret.
  var copied: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for index in indices { result.append(self[index]) }
    return result
  }

  /// The identifier that starts at `offset`; the caller has checked the length.
  func identifier(at offset: Int) -> Identifier {
    Identifier(high: bigEndian(at: offset), low: bigEndian(at: offset + 8))
  }

  /// The digest that starts at `offset`; the caller has checked the length.
  func digest(at offset: Int) -> Digest {
    Digest(
      words: (
        bigEndian(at: offset), bigEndian(at: offset + 8),
        bigEndian(at: offset + 16), bigEndian(at: offset + 24)
      ))
  }

  private func bigEndian(at offset: Int) -> UInt64 {
    littleEndian(UInt64.self, at: offset).byteSwapped
  }
}

/// The two lower-case hexadecimal digits of each byte. Only for what is no secret.
func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count * 2)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
