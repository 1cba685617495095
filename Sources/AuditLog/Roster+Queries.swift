public import Sealing

extension Roster {
  /// The root key, once leaf 0 is there.
  public var root: VerifyingKey? { signatories.values.first { $0.part == .root }?.key }

  /// The member whose key this is, was, or is about to be; nil for root, invitations and strangers.
  public func member(_ actor: ActorID) -> RosterMember? {
    switch signatories[actor]?.part {
    case .member(let place), .coming(let place), .former(let place): members[place]
    case .root, .invitation, nil: nil
    }
  }

  /// The member of an id.
  public func member(_ id: Identifier) -> RosterMember? { members.first { $0.id == id } }

  /// The member of a handle's hash; the one who is not suspended, where several had it.
  public func member(who: Digest) -> RosterMember? {
    let named = members.filter { $0.who == who }
    return named.first { $0.suspended == nil } ?? named.last
  }

  /// The members who have a role in force, in the order of enrolment.
  public func holders(of role: MemberRole) -> [RosterMember] { members.filter { $0.holds(role) } }

  /// The invitation whose key this is.
  public func invitation(_ actor: ActorID) -> RosterInvitation? {
    guard case .invitation(let place) = signatories[actor]?.part else { return nil }
    return invitations[place]
  }

  /// The invitations that may still be answered at a time.
  public func openInvitations(at time: Int) -> [RosterInvitation] {
    invitations.filter { $0.isOpen(at: time) }
  }

  /// The `aseq` of the next entry by a key; nil for a key that the log does not know.
  public func nextSequence(of actor: ActorID) -> Int? { signatories[actor]?.next }

  /// The key of an actor, in whatever part.
  public func key(of actor: ActorID) -> NoteKey? {
    signatories[actor].flatMap { try? NoteKey.actor($0.key, origin: origin) }
  }

  /// The log key that signs heads of a size: the last one brought in below it.
  public func logKey(size: Int) -> LogKey? { logKeys.last { $0.seq < size } }

  /// The epoch of a standing role that counts.
  public func epoch(of role: StandingRole) -> StandingEpoch? { epochs.first { $0.role == role } }

  /// The version of a key of the whole vault that counts.
  public func version(of kind: VaultKeyKind) -> VaultKeyVersion? {
    versions.first { $0.kind == kind }
  }

  /// Every key that an entry named as an actor's, in whatever part, by actor.
  public var keys: [(actor: ActorID, key: NoteKey)] {
    signatories.keys.sorted().compactMap { actor in key(of: actor).map { (actor, $0) } }
  }
}
