/// A `key.recover`: a trustee's word that somebody is to be given what recovery opens. Nothing comes of it
/// before another trustee's `recovery.run`.
public struct AskedRecovery: Hashable, Sendable {
  /// The `key.recover`.
  public let seq: Int
  /// Who asked, by place in ``Roster/members``.
  public let askedBy: Int
  /// Who is to be given it, by place in ``Roster/members``.
  public let member: Int
  /// The role that they have, or that waits for them.
  public let role: StandingRole

  func write(to writer: inout ByteWriter) {
    writer.number(seq, bytes: 8)
    writer.number(askedBy, bytes: 4)
    writer.number(member, bytes: 4)
    writer.number(Int(role.rawValue), bytes: 1)
  }

  init?(from reader: inout ByteReader) {
    guard let seq = reader.number(bytes: 8), let askedBy = reader.number(bytes: 4),
      let member = reader.number(bytes: 4), let number = reader.number(bytes: 1),
      let role = StandingRole(rawValue: UInt8(number))
    else { return nil }
    self.init(seq: seq, askedBy: askedBy, member: member, role: role)
  }

  init(seq: Int, askedBy: Int, member: Int, role: StandingRole) {
    (self.seq, self.askedBy, self.member, self.role) = (seq, askedBy, member, role)
  }
}
