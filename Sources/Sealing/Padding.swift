/// Padding policy 1: lengths are told only in steps, so that a short answer and a longer one look alike.
///
/// The form is ISO/IEC 7816-4: the byte 0x80, then zeros. There is always at least the one byte.
enum Padding {
  static let policy: UInt8 = 1

  /// The padded length: the smallest step that holds the content and one byte more.
  static func paddedCount(_ count: Int) -> Int {
    switch count {
    case ..<32: 32
    case ..<64: 64
    case ..<128: 128
    case ..<256: 256
    case ..<512: 512
    default: (count / 1024 + 1) * 1024
    }
  }

  /// Whether a blob may have this padded length at all.
  static func isStep(_ count: Int) -> Bool {
    count >= 32 && paddedCount(count - 1) == count
  }

  /// Writes the padding behind `count` bytes of content.
  static func write(_ text: UnsafeMutablePointer<UInt8>, count: Int, paddedCount: Int) {
    unsafe text[count] = 0x80
    unsafe (text + count + 1).update(repeating: 0, count: paddedCount - count - 1)
  }

  /// The length of the content, or nil where the padding is not ours or not the smallest.
  ///
  /// It reads only what has passed the authenticator, so the time it takes tells an attacker nothing
  /// that the plaintext's own use would not.
  static func contentCount(_ text: UnsafePointer<UInt8>, paddedCount: Int) -> Int? {
    var count = paddedCount - 1
    while unsafe count > 0 && text[count] == 0 { count -= 1 }
    guard unsafe text[count] == 0x80, self.paddedCount(count) == paddedCount else { return nil }
    return count
  }
}
