/// What 32 bytes are found by once they are gone: whoever has it finds them, and does not learn them.
///
/// It is kept from when something is destroyed until the files were looked through for it, so that a crash in between
/// does not make anybody forget what to look for. Of a random key it tells 32 bits of a product of eight of its bytes,
/// so that each place of a file can be passed over quickly, and a hash.
public struct ByteImprint: Hashable, Sendable {
  public let start: UInt32
  public let hash: Digest

  public init(start: UInt32, hash: Digest) { (self.start, self.hash) = (start, hash) }

  init(of bytes: Span<UInt8>, in vault: Identifier) {
    let word = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << UInt64(8 * $1) }
    var context = DigestContext()
    (start, hash) = (Self.start(of: word), Self.hash(of: bytes, in: vault, with: &context))
  }

  /// Multiplied by 2^64 over the golden ratio, of which the upper half counts (Knuth, TAOCP 3, 6.4).
  static func start(of word: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (UInt64(littleEndian: word) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  static func hash(
    of bytes: Span<UInt8>, in vault: Identifier, with context: inout DigestContext
  ) -> Digest {
    context.update(Array("safekeep/scan/1".utf8) + vault.bytes)
    context.update(bytes)
    return context.finish()
  }
}
