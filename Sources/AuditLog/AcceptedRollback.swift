public import Sealing

/// A `vault.accept`: an administrator's word that a vault which was put back is to be gone on with, in
/// place of the entries that their client had seen.
///
/// It counts only once an auditor has given it by an `approval.give`; one that ended unanswered is told all the same,
/// for the log was put back. It is known by the hash of its
/// leaf: after another rollback another one may stand in the same place.
public struct AcceptedRollback: Hashable, Sendable {
  /// The `vault.accept`.
  public let seq: Int
  /// The hash of its leaf.
  public let leaf: Digest
  /// The `approval.give`; nil while it waits for one.
  public internal(set) var approval: Int?
  /// What ended it unanswered: an auditor's `approval.refuse`, or the `member.suspend` of who asked.
  public internal(set) var ending: Int?
  /// Who asked, by place in ``Roster/members``.
  let askedBy: Int

  /// Whether nobody has answered it.
  var waits: Bool { approval == nil && ending == nil }

  init(seq: Int, leaf: Digest, askedBy: Int) {
    (self.seq, self.leaf, self.askedBy) = (seq, leaf, askedBy)
  }

  func write(to writer: inout ByteWriter) {
    writer.number(seq, bytes: 8)
    writer.digest(leaf)
    writer.number(askedBy, bytes: 4)
    writer.optional(approval) { $0.number($1, bytes: 8) }
  }

  init?(from reader: inout ByteReader) {
    guard let seq = reader.number(bytes: 8), let leaf = reader.digest(),
      let askedBy = reader.number(bytes: 4),
      let approval = reader.optional({ $0.number(bytes: 8) })
    else { return nil }
    self.init(seq: seq, leaf: leaf, askedBy: askedBy)
    self.approval = approval
  }
}
