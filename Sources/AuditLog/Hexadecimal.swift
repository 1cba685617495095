/// Lower-case hexadecimal of a 64-bit word, which is what actors and sessions are written as, and of half
/// of one: a key id.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends sixteen digits.
  static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 60, through: 0, by: -4) {
      bytes.append(digits[Int(word >> UInt64(shift) & 0xf)])
    }
  }

  /// The word that sixteen digits at a place write; nil where they do not.
  static func word(_ bytes: [UInt8], at start: Int) -> UInt64? {
    guard start + 16 <= bytes.count else { return nil }
    var word: UInt64 = 0
    for index in start..<start + 16 {
      switch bytes[index] {
      case let byte where byte >= 0x30 && byte <= 0x39: word = word << 4 | UInt64(byte - 0x30)
      case let byte where byte >= 0x61 && byte <= 0x66: word = word << 4 | UInt64(byte - 0x57)
      default: return nil
      }
    }
    return word
  }

  /// Eight digits.
  static func text(_ half: UInt32) -> String {
    var digits: [UInt8] = []
    append(UInt64(half), to: &digits)
    return String(decoding: digits.suffix(8), as: UTF8.self)
  }

  /// The number that eight digits write; nil where they do not.
  static func half(_ digits: [UInt8]) -> UInt32? {
    guard digits.count == 8 else { return nil }
    return word(Array("00000000".utf8) + digits, at: 0).map { UInt32(truncatingIfNeeded: $0) }
  }
}
