import Synchronization

/// A SHA-256 value (FIPS 180-4): thirty-two bytes, held as four words so that it needs no heap.
public struct Digest: Hashable, Comparable, Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// The bytes as big-endian words.
  init(words: (UInt64, UInt64, UInt64, UInt64)) {
    (first, second, third, fourth) = words
  }

  /// Nil unless there are exactly thirty-two bytes.
  public init?(_ bytes: [UInt8]) { self.init(bytes.span) }

  /// Nil unless there are exactly thirty-two bytes.
  public init?(_ bytes: Span<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self = bytes.digest(at: 0)
  }

  /// The SHA-256 of some bytes.
  ///
  /// One context serves the whole process: making one costs more than a small hash. Who hashes from
  /// many threads at once keeps a ``DigestContext`` of their own.
  public static func of(_ bytes: [UInt8]) -> Digest { of(bytes.span) }

  /// The SHA-256 of some bytes.
  public static func of(_ bytes: Span<UInt8>) -> Digest {
    shared.withLock { context in
      context.update(bytes)
      return context.finish()
    }
  }

  private static let shared = Mutex(DigestContext())

  /// The thirty-two bytes.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(32)
    append(to: &result)
    return result
  }

  /// Sixty-four lower-case hexadecimal digits.
  public var hex: String { hexadecimal(bytes) }

  /// The first sixteen bytes: how a vault and a member are named after their keys.
  public var identifier: Identifier { Identifier(high: first, low: second) }

  /// Appends the thirty-two bytes.
  public func append(to bytes: inout [UInt8]) {
    bytes.append(littleEndian: first.byteSwapped)
    bytes.append(littleEndian: second.byteSwapped)
    bytes.append(littleEndian: third.byteSwapped)
    bytes.append(littleEndian: fourth.byteSwapped)
  }

  /// Orders as the bytes do.
  public static func < (left: Digest, right: Digest) -> Bool {
    (left.first, left.second, left.third, left.fourth)
      < (right.first, right.second, right.third, right.fourth)
  }
}
