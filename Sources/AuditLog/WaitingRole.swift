/// A `role.add` that is not in force: it waits for its second person.
public struct WaitingRole: Hashable, Sendable {
  /// The `role.add`.
  public let seq: Int
  /// The member it is for, by place in ``Roster/members``.
  public let member: Int
  /// The role.
  public let role: MemberRole
  /// The admin who added it, by place in ``Roster/members``.
  public let addedBy: Int

  func write(to writer: inout ByteWriter) {
    writer.number(seq, bytes: 8)
    writer.number(member, bytes: 4)
    writer.number(role.number, bytes: 1)
    writer.number(addedBy, bytes: 4)
  }

  init?(from reader: inout ByteReader) {
    guard let seq = reader.number(bytes: 8), let member = reader.number(bytes: 4),
      let role = reader.role(), let addedBy = reader.number(bytes: 4)
    else { return nil }
    self.init(seq: seq, member: member, role: role, addedBy: addedBy)
  }

  init(seq: Int, member: Int, role: MemberRole, addedBy: Int) {
    (self.seq, self.member, self.role, self.addedBy) = (seq, member, role, addedBy)
  }
}
