/// The twelve bytes before every sealed field: what it is, and the version of the key it needs.
///
/// ```
/// 0  3  "SKF"     3  1  format 1     4  1  suite 1     5  1  padding policy 1     6  2  zero
/// 8  4  key version u32
/// ```
///
/// The suite belongs to the key, not to the blob: the numbers are compared with the only ones there
/// are and never chosen from, so a blob cannot ask for a weaker suite.
struct FieldHeader {
  static let count = 12
  static let format: UInt8 = 1
  static let suite: UInt8 = 1

  let keyVersion: UInt32

  init(keyVersion: UInt32) { self.keyVersion = keyVersion }

  /// The first eight bytes, read as one little-endian number.
  private static let fixed: UInt64 =
    UInt64(UInt8(ascii: "S")) | UInt64(UInt8(ascii: "K")) << 8 | UInt64(UInt8(ascii: "F")) << 16
    | UInt64(format) << 24 | UInt64(suite) << 32 | UInt64(Padding.policy) << 40

  /// Reads and checks a header.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` unless every byte but the version is the expected one.
  init(reading blob: Span<UInt8>) throws(SealingError) {
    guard blob.count >= Self.count, blob.littleEndian(UInt64.self, at: 0) == Self.fixed else {
      throw .doesNotOpen
    }
    keyVersion = blob.littleEndian(UInt32.self, at: 8)
  }

  func write(to writer: inout RawWriter) {
    unsafe writer.put(Self.fixed)
    unsafe writer.put(keyVersion)
  }
}
