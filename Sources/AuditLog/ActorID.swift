public import Sealing

/// The short name of a signing key in the log: the first eight bytes of SHA-256 of the Ed25519 key.
///
/// Eight bytes name, they do not authenticate: the roster knows the whole key and refuses a second one
/// of the same name.
public struct ActorID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The bytes as a big-endian number, so that numbers order as bytes do.
  let word: UInt64

  init(word: UInt64) { self.word = word }

  /// The name of a key.
  public init(_ key: VerifyingKey) {
    word = key.digest.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The name from its text. Nil unless it is sixteen lower-case hexadecimal digits.
  public init?(_ text: String) {
    guard let word = Hexadecimal.word(Array(text.utf8), at: 0), text.utf8.count == 16 else {
      return nil
    }
    self.word = word
  }

  /// Sixteen lower-case hexadecimal digits.
  public var description: String {
    var digits: [UInt8] = []
    Hexadecimal.append(word, to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Orders as the bytes do.
  public static func < (left: ActorID, right: ActorID) -> Bool { left.word < right.word }
}
