import CSodium

/// Sixteen bytes that name a vault, a case, a record, a member or a batch.
///
/// They are held as two words, so that an identifier needs no heap: a sealed field names four.
public struct Identifier: Hashable, Comparable, Sendable {
  /// The bytes in big-endian words: comparing words is then comparing bytes.
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Nil unless there are exactly sixteen bytes.
  public init?(_ bytes: [UInt8]) { self.init(bytes.span) }

  /// Nil unless there are exactly sixteen bytes.
  public init?(_ bytes: Span<UInt8>) {
    guard bytes.count == 16 else { return nil }
    self = bytes.identifier(at: 0)
  }

  /// Sixteen zero bytes: the case of keys that belong to the whole vault.
  public static let zero = Identifier(high: 0, low: 0)

  /// A new identifier from the system's randomness (RFC 4086 asks no less for a name that must not
  /// be guessed).
  public static func makeRandom() -> Identifier {
    Sodium.start()
    var words: (UInt64, UInt64) = (0, 0)
    unsafe randombytes_buf(&words, 16)
    return Identifier(high: words.0, low: words.1)
  }

  /// The sixteen bytes.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(16)
    append(to: &result)
    return result
  }

  /// Thirty-two lower-case hexadecimal digits.
  public var hex: String { hexadecimal(bytes) }

  /// Appends the sixteen bytes.
  public func append(to bytes: inout [UInt8]) {
    bytes.append(littleEndian: high.byteSwapped)
    bytes.append(littleEndian: low.byteSwapped)
  }

  /// Orders as the bytes do.
  public static func < (left: Identifier, right: Identifier) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
