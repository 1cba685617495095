public import Sealing

/// A member, as the leaves say.
public struct RosterMember: Hashable, Sendable {
  /// A role in force.
  public struct Held: Hashable, Sendable {
    /// The role.
    public let role: MemberRole
    /// The `role.add` that gave it.
    public let added: Int
  }

  /// The first sixteen bytes of SHA-256 of the first signing key: for life, whatever keys follow.
  public let id: Identifier
  /// The salted hash of the handle, from the invitation.
  public let who: Digest
  /// The `member.invite` that was answered.
  public let invited: Int
  /// The role that the invitation was for.
  public let invitedAs: MemberRole
  /// Whether root signed the invitation.
  public let invitedByRoot: Bool
  /// The `member.enrol`.
  public let enrolled: Int

  /// The short name of the key that signs now.
  public internal(set) var actor: ActorID
  /// The key that signs now.
  public internal(set) var key: VerifyingKey
  /// The key that secrets are sealed to now.
  public internal(set) var box: BoxPublicKey
  /// The roles in force, in the order of ``MemberRole``.
  public internal(set) var roles: [Held] = []
  /// Whether a role was ever in force. The first one answers the enrolment.
  public internal(set) var hasHadRole = false
  /// The `member.suspend`, where there was one. It is for life: who comes back enrols anew.
  public internal(set) var suspended: Int?

  /// Whether a role is in force.
  public func holds(_ role: MemberRole) -> Bool { roles.contains { $0.role == role } }

  mutating func take(_ role: MemberRole, added: Int) {
    roles.append(Held(role: role, added: added))
    roles.sort { $0.role.number < $1.role.number }
    hasHadRole = true
  }

  func write(to writer: inout ByteWriter) {
    writer.identifier(id)
    writer.digest(who)
    writer.number(invited, bytes: 8)
    writer.number(invitedAs.number, bytes: 1)
    writer.number(invitedByRoot ? 1 : 0, bytes: 1)
    writer.number(enrolled, bytes: 8)
    writer.raw(key.bytes)
    writer.raw(box.bytes)
    writer.number(hasHadRole ? 1 : 0, bytes: 1)
    writer.optional(suspended) { $0.number($1, bytes: 8) }
    writer.list(roles) {
      $0.number($1.role.number, bytes: 1)
      $0.number($1.added, bytes: 8)
    }
  }

  init?(from reader: inout ByteReader) {
    guard let id = reader.identifier(), let who = reader.digest(),
      let invited = reader.number(bytes: 8), let invitedAs = reader.role(),
      let byRoot = reader.number(bytes: 1), let enrolled = reader.number(bytes: 8),
      let key = reader.raw(32).flatMap({ VerifyingKey($0) }),
      let box = reader.raw(32).flatMap({ BoxPublicKey($0) }),
      let hadRole = reader.number(bytes: 1),
      let suspended = reader.optional({ $0.number(bytes: 8) }),
      let roles = reader.list({ reader -> Held? in
        guard let role = reader.role(), let added = reader.number(bytes: 8) else { return nil }
        return Held(role: role, added: added)
      })
    else { return nil }
    self.init(
      id: id, who: who, invited: invited, invitedAs: invitedAs, invitedByRoot: byRoot == 1,
      enrolled: enrolled, key: key, box: box)
    (self.roles, hasHadRole, self.suspended) = (roles, hadRole == 1, suspended)
  }

  init(
    id: Identifier, who: Digest, invited: Int, invitedAs: MemberRole, invitedByRoot: Bool,
    enrolled: Int, key: VerifyingKey, box: BoxPublicKey
  ) {
    (self.id, self.who, self.invited, self.invitedAs) = (id, who, invited, invitedAs)
    (self.invitedByRoot, self.enrolled) = (invitedByRoot, enrolled)
    (self.key, self.box, actor) = (key, box, ActorID(key))
  }
}

extension ByteReader {
  mutating func role() -> MemberRole? {
    guard let number = number(bytes: 1), number < MemberRole.allCases.count else { return nil }
    return MemberRole.allCases[number]
  }
}
