public import Sealing

/// An invitation: a key made from a one-time code, which may sign one enrolment.
public struct RosterInvitation: Hashable, Sendable {
  /// How long an invitation may be answered, in milliseconds: seven days by the entries' own times.
  public static let lifetime = 7 * 24 * 3600 * 1000

  /// The `member.invite`.
  public let seq: Int
  /// Its time.
  public let t: Int
  /// The salted hash of the handle.
  public let who: Digest
  /// The role that is meant.
  public let role: MemberRole
  /// The key that may enrol.
  public let actor: ActorID
  /// Whether root signed it.
  public let byRoot: Bool
  /// The `member.enrol` that answered it.
  public internal(set) var used: Int?

  /// Whether it may still be answered at a time.
  public func isOpen(at time: Int) -> Bool { used == nil && time - t <= Self.lifetime }

  func write(to writer: inout ByteWriter) {
    writer.number(seq, bytes: 8)
    writer.number(t, bytes: 8)
    writer.digest(who)
    writer.number(role.number, bytes: 1)
    writer.actor(actor)
    writer.number(byRoot ? 1 : 0, bytes: 1)
    writer.optional(used) { $0.number($1, bytes: 8) }
  }

  init?(from reader: inout ByteReader) {
    guard let seq = reader.number(bytes: 8), let t = reader.number(bytes: 8),
      let who = reader.digest(), let role = reader.role(), let actor = reader.actor(),
      let byRoot = reader.number(bytes: 1), let used = reader.optional({ $0.number(bytes: 8) })
    else { return nil }
    self.init(seq: seq, t: t, who: who, role: role, actor: actor, byRoot: byRoot == 1)
    self.used = used
  }

  init(seq: Int, t: Int, who: Digest, role: MemberRole, actor: ActorID, byRoot: Bool) {
    (self.seq, self.t, self.who, self.role) = (seq, t, who, role)
    (self.actor, self.byRoot) = (actor, byRoot)
  }
}
