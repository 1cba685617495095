/// A role that a member had and has no more. What they did in it stays done; what its keys opened is due for
/// new ones from then on.
public struct EndedRole: Hashable, Sendable {
  /// The member, by place in ``Roster/members``.
  public let member: Int
  /// The role.
  public let role: MemberRole
  /// The `role.add` that gave it.
  public let added: Int
  /// The `role.remove` or `member.suspend` that took it.
  public let ended: Int

  func write(to writer: inout ByteWriter) {
    writer.number(member, bytes: 4)
    writer.number(role.number, bytes: 1)
    writer.number(added, bytes: 8)
    writer.number(ended, bytes: 8)
  }

  init?(from reader: inout ByteReader) {
    guard let member = reader.number(bytes: 4), let role = reader.role(),
      let added = reader.number(bytes: 8), let ended = reader.number(bytes: 8)
    else { return nil }
    self.init(member: member, role: role, added: added, ended: ended)
  }

  init(member: Int, role: MemberRole, added: Int, ended: Int) {
    (self.member, self.role, self.added, self.ended) = (member, role, added, ended)
  }
}
