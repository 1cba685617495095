public import Sealing

/// A key that notes are checked with, and its name: the "vkey" of c2sp.org/signed-note.
///
/// As text it is `name+id+key`: eight hexadecimal digits of the key id, and base64 of the signature
/// type and the key. Names of keys that this program trusts are graphic ASCII, so that two names that
/// look alike to Unicode cannot stand for one another.
public struct NoteKey: Hashable, Sendable {
  /// The signature types that this program can check.
  public enum Algorithm: UInt8, Hashable, Sendable {
    /// Ed25519 over the text of the note.
    case ed25519 = 1
    /// A witness's Ed25519 cosignature with a time (c2sp.org/tlog-cosignature).
    case cosignature = 4
  }

  /// The name in the signature line.
  public let name: String
  /// What is signed, and how.
  public let algorithm: Algorithm
  /// The Ed25519 key.
  public let key: VerifyingKey
  /// The short number in the signature line. It finds a key, it proves nothing.
  public let id: UInt32

  /// A key under a name.
  ///
  /// - Throws: ``NoteFault/keyName``.
  public init(
    name: String, algorithm: Algorithm = .ed25519, key: VerifyingKey
  ) throws(AuditLogError) {
    guard Self.isName(name) else { throw .note(.keyName) }
    (self.name, self.algorithm, self.key) = (name, algorithm, key)
    id = Self.id(of: name, algorithm, key)
  }

  /// The key of an actor in a log, named `<origin>/a/<actor>`.
  ///
  /// - Throws: ``NoteFault/keyName`` where the origin cannot be part of a name.
  public static func actor(_ key: VerifyingKey, origin: String) throws(AuditLogError) -> NoteKey {
    try NoteKey(name: "\(origin)/a/\(ActorID(key))", key: key)
  }

  /// The key that a text stands for. Its id must be the hash of the rest.
  ///
  /// - Throws: ``AuditLogError/note(_:)`` with `keyForm`, `keyName`, `keyID` or `algorithm`.
  public init(parsing text: String) throws(AuditLogError) {
    let bytes = Array(text.utf8)
    // Base64 has plus signs of its own: only the first two divide.
    let parts = bytes.split(separator: 0x2b, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].count == 8, let blob = Base64.bytes(of: Array(parts[2])),
      let word = Hexadecimal.word(Array("00000000".utf8) + parts[1], at: 0)
    else { throw .note(.keyForm) }
    guard let first = blob.first, let algorithm = Algorithm(rawValue: first) else {
      throw .note(blob.isEmpty ? .keyForm : .algorithm)
    }
    guard let key = VerifyingKey(Array(blob.dropFirst())) else { throw .note(.keyForm) }
    try self.init(name: String(decoding: parts[0], as: UTF8.self), algorithm: algorithm, key: key)
    guard id == UInt32(word) else { throw .note(.keyID) }
  }

  /// The key as text.
  public var text: String {
    var digits: [UInt8] = []
    Hexadecimal.append(UInt64(id), to: &digits)
    let blob = [algorithm.rawValue] + key.bytes
    return "\(name)+\(String(decoding: digits.suffix(8), as: UTF8.self))+\(Base64.text(blob))"
  }

  /// Whether a name may stand in front of a key: not empty, graphic ASCII, no plus sign.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != 0x2b }
  }

  /// The first four bytes of SHA-256(name ‖ line end ‖ signature type ‖ key).
  private static func id(of name: String, _ algorithm: Algorithm, _ key: VerifyingKey) -> UInt32 {
    let input = Array(name.utf8) + [0x0a, algorithm.rawValue] + key.bytes
    return Digest.of(input).bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
