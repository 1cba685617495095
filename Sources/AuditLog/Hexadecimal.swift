/// Lower-case hexadecimal of a 64-bit word, which is what actors and sessions are written as.
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
}
