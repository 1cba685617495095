/// Reads UTF-8 scalar by scalar without leaving the memory it lies in (RFC 3629, strictly).
///
/// The standard library's decoding goes through `String` or arrays of its own; a passphrase must not.
struct UTF8Reader {
  private(set) var position = 0

  /// The next scalar; nil at the end.
  ///
  /// - Throws: ``SealingError/passphraseForm`` where the bytes are not UTF-8: cut short, longer than
  ///   need be, a surrogate, beyond U+10FFFF.
  mutating func next(in bytes: Span<UInt8>) throws(SealingError) -> UInt32? {
    guard position < bytes.count else { return nil }
    let first = bytes[position]
    position += 1
    switch first {
    case 0x00...0x7F: return UInt32(first)
    case 0xC2...0xDF: return try rest(1, of: UInt32(first & 0x1F), atLeast: 0x80, in: bytes)
    case 0xE0...0xEF: return try rest(2, of: UInt32(first & 0x0F), atLeast: 0x800, in: bytes)
    case 0xF0...0xF4: return try rest(3, of: UInt32(first & 0x07), atLeast: 0x10000, in: bytes)
    default: throw .passphraseForm
    }
  }

  private mutating func rest(
    _ count: Int, of start: UInt32, atLeast: UInt32, in bytes: Span<UInt8>
  ) throws(SealingError) -> UInt32 {
    var scalar = start
    for _ in 0..<count {
      guard position < bytes.count, bytes[position] & 0xC0 == 0x80 else { throw .passphraseForm }
      scalar = scalar << 6 | UInt32(bytes[position] & 0x3F)
      position += 1
    }
    guard scalar >= atLeast, Unicode.Scalar(scalar) != nil else { throw .passphraseForm }
    return scalar
  }
}
