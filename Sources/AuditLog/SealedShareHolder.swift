public import Sealing

/// Who keeps a share of the recovery seed that counts now.
public struct SealedShareHolder: Hashable, Sendable {
  /// The trustee, by place in ``Roster/members``.
  public let member: Int
  /// The `key.wrap` that states the share as it is sealed now.
  public internal(set) var seq: Int
  /// The hash of the sealed share.
  public internal(set) var sum: Digest

  func write(to writer: inout ByteWriter) {
    writer.number(member, bytes: 4)
    writer.number(seq, bytes: 8)
    writer.digest(sum)
  }

  init?(from reader: inout ByteReader) {
    guard let member = reader.number(bytes: 4), let seq = reader.number(bytes: 8),
      let sum = reader.digest()
    else { return nil }
    self.init(member: member, seq: seq, sum: sum)
  }

  init(member: Int, seq: Int, sum: Digest) {
    (self.member, self.seq, self.sum) = (member, seq, sum)
  }
}
