/// The newest `recovery.run`: the seed was put together, so it is due for another one; and the entry after
/// it may make the epoch of the role, which nobody is left to make.
public struct RunRecovery: Hashable, Sendable {
  /// The `recovery.run`.
  public let seq: Int
  /// Who signed it, by place in ``Roster/members``.
  let by: Int
  /// Whose role it is about.
  let role: StandingRole

  func write(to writer: inout ByteWriter) {
    writer.number(seq, bytes: 8)
    writer.number(by, bytes: 4)
    writer.number(Int(role.rawValue), bytes: 1)
  }

  init?(from reader: inout ByteReader) {
    guard let seq = reader.number(bytes: 8), let by = reader.number(bytes: 4),
      let number = reader.number(bytes: 1), let role = StandingRole(rawValue: UInt8(number))
    else { return nil }
    self.init(seq: seq, by: by, role: role)
  }

  init(seq: Int, by: Int, role: StandingRole) { (self.seq, self.by, self.role) = (seq, by, role) }
}
