/// The bytes around an entry that are the same in every leaf of a log, made once and compared often.
struct LeafFrame: Sendable, Equatable {
  let origin: String
  /// `audit-entry/v1 <origin>` and the line end.
  let header: [UInt8]
  /// From the end of the line of JSON to the name of the actor.
  private let closing: [UInt8]

  /// What begins the first line of every leaf.
  private static let label = Array("audit-entry/v1 ".utf8)
  /// Base64 of a key id and an Ed25519 signature, 68 bytes.
  private static let blobLength = 92

  /// The frame of a log.
  ///
  /// - Throws: ``NoteFault/keyName`` where the origin cannot be part of a key name.
  init(origin: String) throws(AuditLogError) {
    guard NoteKey.isName(origin) else { throw .note(.keyName) }
    self.origin = origin
    header = Self.label + Array(origin.utf8) + [0x0a]
    closing = [0x0a, 0x0a] + NoteSignature.prefix + Array("\(origin)/a/".utf8)
  }

  /// The frame that some bytes name in their first line.
  ///
  /// - Throws: ``EntryFault/header``.
  init(reading bytes: [UInt8]) throws(AuditLogError) {
    guard bytes.starts(with: Self.label), let end = bytes.firstIndex(of: 0x0a) else {
      throw .entry(.header)
    }
    let origin = String(decoding: bytes[Self.label.count..<end], as: UTF8.self)
    guard let frame = try? LeafFrame(origin: origin) else { throw .entry(.header) }
    self = frame
  }

  /// Whether the first line of some bytes is this log's.
  func opens(_ bytes: [UInt8]) -> Bool { Self.holds(bytes, header, at: 0) }

  /// Key id and signature, 68 bytes, where the rest of a leaf behind its JSON is exactly one line end,
  /// an empty line and the signature line of the actor; else nil.
  func closingBlob(of bytes: [UInt8], at start: Int, actor: ActorID) -> [UInt8]? {
    let name = start + closing.count
    let blob = name + 17
    guard bytes.count == blob + Self.blobLength + 1, bytes[bytes.count - 1] == 0x0a,
      Self.holds(bytes, closing, at: start), bytes[blob - 1] == 0x20,
      Hexadecimal.word(bytes, at: name) == actor.word
    else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(69)
    let range = blob..<blob + Self.blobLength
    guard Base64.decode(bytes, range, to: &result, .standard), result.count == 68 else {
      return nil
    }
    return result
  }

  /// Whether some bytes stand at a place in others.
  private static func holds(_ bytes: [UInt8], _ part: [UInt8], at start: Int) -> Bool {
    guard start + part.count <= bytes.count else { return false }
    for index in part.indices where bytes[start + index] != part[index] { return false }
    return true
  }
}
