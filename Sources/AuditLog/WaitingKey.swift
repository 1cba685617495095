public import Sealing

/// New keys that a member signed for with the old ones; they wait for an admin.
public struct WaitingKey: Hashable, Sendable {
  /// The member's `key.rotate`.
  public let seq: Int
  /// The member, by place in ``Roster/members``.
  public let member: Int
  /// The new signing key.
  public let key: VerifyingKey
  /// The new box key.
  public let box: BoxPublicKey

  func write(to writer: inout ByteWriter) {
    writer.number(seq, bytes: 8)
    writer.number(member, bytes: 4)
    writer.raw(key.bytes)
    writer.raw(box.bytes)
  }

  init?(from reader: inout ByteReader) {
    guard let seq = reader.number(bytes: 8), let member = reader.number(bytes: 4),
      let key = reader.raw(32).flatMap({ VerifyingKey($0) }),
      let box = reader.raw(32).flatMap({ BoxPublicKey($0) })
    else { return nil }
    self.init(seq: seq, member: member, key: key, box: box)
  }

  init(seq: Int, member: Int, key: VerifyingKey, box: BoxPublicKey) {
    (self.seq, self.member, self.key, self.box) = (seq, member, key, box)
  }
}
