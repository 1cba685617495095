/// Crockford's base 32: no letter that is taken for another or for a digit. Most significant bit first.
enum Base32 {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  static func character(_ value: UInt8) -> UInt8 { alphabet[Int(value & 31)] }

  /// The five bits of the `index`-th character; bits beyond the end are zero.
  static func value(in bytes: Span<UInt8>, at index: Int) -> UInt8 {
    let bit = index * 5
    let high = UInt16(bytes[bit / 8]) << 8
    let low = bit / 8 + 1 < bytes.count ? UInt16(bytes[bit / 8 + 1]) : 0
    return UInt8((high | low) >> (11 - bit % 8) & 31)
  }

  /// The value of a character as people write it; nil where it is none.
  static func value(of character: UInt8) -> UInt8? {
    switch character {
    case 0x61...0x7A: value(of: character - 0x20)
    case UInt8(ascii: "O"): 0
    case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
    default: alphabet.firstIndex(of: character).map { UInt8($0) }
    }
  }

  /// Reads exactly `characterCount` characters, past spaces, hyphens and line ends. The bits left over
  /// in the last byte are zero.
  ///
  /// - Throws: ``SealingError/doesNotOpen``, ``SealingError/memory``.
  static func bytes(
    of text: Span<UInt8>, characterCount: Int
  ) throws(SealingError) -> SecretBytes {
    try SecretBytes(capacity: (characterCount * 5 + 7) / 8) { (output) throws(SealingError) in
      var (bits, bitCount, characters): (UInt32, Int, Int) = (0, 0, 0)
      for index in text.indices where !isBetween(text[index]) {
        guard let value = value(of: text[index]), characters < characterCount else {
          throw .doesNotOpen
        }
        characters += 1
        bits = bits << 5 | UInt32(value)
        bitCount += 5
        guard bitCount >= 8 else { continue }
        bitCount -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> bitCount))
      }
      guard characters == characterCount else { throw .doesNotOpen }
      if bitCount > 0 { output.append(UInt8(truncatingIfNeeded: bits << (8 - bitCount))) }
    }
  }

  private static func isBetween(_ character: UInt8) -> Bool {
    [0x20, 0x2D, 0x09, 0x0A, 0x0D].contains(character)
  }
}
