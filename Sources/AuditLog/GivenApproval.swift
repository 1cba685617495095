import Sealing

/// An `approval.give` of a rule book or field table, by a lead or an admin, that was not used yet.
///
/// It names what it approves by its hash: an approval of one thing must not serve for another.
struct GivenApproval: Hashable, Sendable {
  let seq: Int
  /// Who gave it, by place in ``Roster/members``.
  let member: Int
  let sum: Digest

  func write(to writer: inout ByteWriter) {
    writer.number(seq, bytes: 8)
    writer.number(member, bytes: 4)
    writer.digest(sum)
  }

  init?(from reader: inout ByteReader) {
    guard let seq = reader.number(bytes: 8), let member = reader.number(bytes: 4),
      let sum = reader.digest()
    else { return nil }
    self.init(seq: seq, member: member, sum: sum)
  }

  init(seq: Int, member: Int, sum: Digest) {
    (self.seq, self.member, self.sum) = (seq, member, sum)
  }
}
