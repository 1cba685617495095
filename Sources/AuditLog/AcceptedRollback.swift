public import Sealing

/// A `vault.accept`: an administrator's word that a vault which was put back is to be gone on with, in
/// place of the entries that their client had seen.
///
/// It counts only once an auditor has given it by an `approval.give`. It names the head that was given
/// up by its hash: together with its place that tells it from every other one, also from one in the
/// same place of a log that was put back again.
public struct AcceptedRollback: Hashable, Sendable {
  /// The `vault.accept`.
  public let seq: Int
  /// SHA-256 of the signed head that the asking client remembered.
  public let sum: Digest
  /// The `approval.give`; nil while it waits for one.
  public internal(set) var approval: Int?
  /// Who asked, by place in ``Roster/members``.
  let askedBy: Int

  init(seq: Int, sum: Digest, askedBy: Int) {
    (self.seq, self.sum, self.askedBy) = (seq, sum, askedBy)
  }

  func write(to writer: inout ByteWriter) {
    writer.number(seq, bytes: 8)
    writer.digest(sum)
    writer.number(askedBy, bytes: 4)
    writer.optional(approval) { $0.number($1, bytes: 8) }
  }

  init?(from reader: inout ByteReader) {
    guard let seq = reader.number(bytes: 8), let sum = reader.digest(),
      let askedBy = reader.number(bytes: 4),
      let approval = reader.optional({ $0.number(bytes: 8) })
    else { return nil }
    self.init(seq: seq, sum: sum, askedBy: askedBy)
    self.approval = approval
  }
}
