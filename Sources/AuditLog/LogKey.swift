import Sealing

/// A key that signs heads, and the entry that brought it in.
public struct LogKey: Hashable, Sendable {
  /// The `key.rotate` of kind `log`.
  public let seq: Int
  /// The key, named as the log is.
  public let key: NoteKey

  init(seq: Int, key: NoteKey) { (self.seq, self.key) = (seq, key) }

  func write(to writer: inout ByteWriter) {
    writer.number(seq, bytes: 8)
    writer.raw(key.key.bytes)
  }

  init?(from reader: inout ByteReader, origin: String) {
    guard let seq = reader.number(bytes: 8), let key = reader.raw(32).flatMap({ VerifyingKey($0) }),
      let named = try? NoteKey(name: origin, key: key)
    else { return nil }
    self.init(seq: seq, key: named)
  }
}
