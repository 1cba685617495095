/// Bytes as lower-case hexadecimal digits, the form in which a reference is typed and listed.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Nil unless the text is exactly so many bytes in lower case: one reference, one way to write it.
  static func bytes(_ text: String, count: Int) -> [UInt8]? {
    let nibbles = text.utf8.compactMap { digits.firstIndex(of: $0) }
    guard nibbles.count == count * 2, text.utf8.count == count * 2 else { return nil }
    return (0..<count).map { UInt8(nibbles[$0 * 2] << 4 | nibbles[$0 * 2 + 1]) }
  }
}
