import Sealing

extension Roster {
  /// 6 where somebody asked to go on with a log that was put back and it ended unanswered; else 5 where shares of the recovery seed are with trustees, or they recovered or mean to; else 4 where somebody's role has ended or somebody has new keys; else 3 where two people have adopted a rule book; else 2 where the
  /// log has a `vault.accept`, which few ever will; else 1, as ever.
  private var encodingVersion: Int {
    if rollbacks.contains(where: { $0.ending != nil }) { return 6 }
    if !shares.isEmpty || !askedRecoveries.isEmpty || recovered != nil { return 5 }
    if !endedRoles.isEmpty || compromised != nil || !keyChanges.isEmpty { return 4 }
    return adoption != nil ? 3 : rollbacks.isEmpty ? 1 : 2
  }

  /// The roster as bytes, for a pin: version first, numbers little-endian, lists in one order.
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.number(encodingVersion, bytes: 1)
    writer.list(Array(origin.utf8)) { $0.number(Int($1), bytes: 1) }
    writer.number(size, bytes: 8)
    writer.number(time, bytes: 8)
    writer.optional(lastActor) { $0.actor($1) }
    writer.number(generation, bytes: 8)
    writer.optional(schema) { $0.digest($1) }
    writer.optional(rules) { $0.digest($1) }
    writer.list(members) { $1.write(to: &$0) }
    writer.list(invitations) { $1.write(to: &$0) }
    writer.list(waitingRoles) { $1.write(to: &$0) }
    writer.list(waitingKeys) { $1.write(to: &$0) }
    writer.list(proposal.map { [$0] } ?? []) { $1.write(to: &$0) }
    writer.list(logKeys) { $1.write(to: &$0) }
    writer.list(epochs) { $1.write(to: &$0) }
    writer.list(versions) { $1.write(to: &$0) }
    writer.list(signatories.sorted { $0.key < $1.key }) { $1.value.write(to: &$0) }
    if encodingVersion > 1 { writer.list(rollbacks) { $1.write(to: &$0) } }
    if encodingVersion < 4 {
      adoption?.write(to: &writer)
    } else {
      writeLeaving(to: &writer)
    }
    if encodingVersion > 4 { writeRecovery(to: &writer) }
    if encodingVersion > 5 {
      writer.list(rollbacks) { $0.optional($1.ending) { $0.number($1, bytes: 8) } }
    }
    return writer.bytes
  }

  private func writeLeaving(to writer: inout ByteWriter) {
    writer.optional(adoption) { $1.write(to: &$0) }
    writer.list(endedRoles) { $1.write(to: &$0) }
    writer.optional(compromised) { $0.number($1, bytes: 8) }
    writer.list(keyChanges.sorted { $0.key < $1.key }) {
      $0.number($1.key, bytes: 4)
      $0.number($1.value, bytes: 8)
    }
  }

  /// The roster in some bytes; nil unless ``encoded()`` would write them.
  public init?(decoding bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard let version = reader.number(bytes: 1), (1...6).contains(version),
      let name = reader.list({ $0.number(bytes: 1).map { UInt8($0) } })
    else { return nil }
    self.init(origin: String(decoding: name, as: UTF8.self))
    guard readState(&reader), readLists(&reader), readLater(&reader, version), reader.isAtEnd,
      isSound, encoded() == bytes
    else { return nil }
  }

  private mutating func readState(_ reader: inout ByteReader) -> Bool {
    guard let size = reader.number(bytes: 8), let time = reader.number(bytes: 8),
      let lastActor = reader.optional({ $0.actor() }),
      let generation = reader.number(bytes: 8),
      let schema = reader.optional({ $0.digest() }), let rules = reader.optional({ $0.digest() })
    else { return false }
    (self.size, self.time, self.lastActor) = (size, time, lastActor)
    (self.generation, self.schema, self.rules) = (generation, schema, rules)
    return true
  }

  private mutating func readLists(_ reader: inout ByteReader) -> Bool {
    let origin = self.origin
    guard let members = reader.list({ RosterMember(from: &$0) }),
      let invitations = reader.list({ RosterInvitation(from: &$0) }),
      let waitingRoles = reader.list({ WaitingRole(from: &$0) }),
      let waitingKeys = reader.list({ WaitingKey(from: &$0) }),
      let proposals = reader.list({ ProposedRules(from: &$0) }), proposals.count <= 1,
      let logKeys = reader.list({ LogKey(from: &$0, origin: origin) }),
      let epochs = reader.list({ StandingEpoch(from: &$0) }),
      let versions = reader.list({ VaultKeyVersion(from: &$0) }),
      let signatories = reader.list({ Signatory(from: &$0, origin: origin) })
    else { return false }
    (self.members, self.invitations) = (members, invitations)
    (self.waitingRoles, self.waitingKeys) = (waitingRoles, waitingKeys)
    (proposal, self.logKeys) = (proposals.first, logKeys)
    (self.epochs, self.versions) = (epochs, versions)
    for signatory in signatories { self.signatories[ActorID(signatory.key)] = signatory }
    return true
  }

  /// What came with later versions.
  private mutating func readLater(_ reader: inout ByteReader, _ version: Int) -> Bool {
    guard version > 1 else { return true }
    guard let rollbacks = reader.list({ AcceptedRollback(from: &$0) }) else { return false }
    self.rollbacks = rollbacks
    guard version > 2 else { return true }
    guard version > 3 else {
      adoption = AdoptedRules(from: &reader)
      return adoption != nil
    }
    guard let adoption = reader.optional({ AdoptedRules(from: &$0) }),
      let ended = reader.list({ EndedRole(from: &$0) }),
      let compromised = reader.optional({ $0.number(bytes: 8) }),
      let changes = reader.list({ reader -> (Int, Int)? in
        guard let member = reader.number(bytes: 4), let seq = reader.number(bytes: 8)
        else { return nil }
        return (member, seq)
      })
    else { return false }
    (self.adoption, endedRoles, self.compromised) = (adoption, ended, compromised)
    keyChanges = Dictionary(changes, uniquingKeysWith: { first, _ in first })
    guard version > 4 else { return true }
    guard readRecovery(&reader) else { return false }
    return version < 6 || readEndings(&reader)
  }

  private mutating func readEndings(_ reader: inout ByteReader) -> Bool {
    guard let endings = reader.list({ $0.optional { $0.number(bytes: 8) } }),
      endings.count == rollbacks.count
    else { return false }
    for (place, ending) in endings.enumerated() { rollbacks[place].ending = ending }
    return true
  }

  /// Whether every place in a list is one that the list has: nothing else here is used as an index.
  private var isSound: Bool {
    let places =
      waitingRoles.flatMap { [$0.member, $0.addedBy] } + waitingKeys.map(\.member)
      + [proposal?.askedBy].compactMap(\.self) + rollbacks.map(\.askedBy)
      + endedRoles.map(\.member) + keyChanges.keys + recoveryPlaces
    return places.allSatisfy(members.indices.contains)
      && signatories.values.allSatisfy { signatory in
        switch signatory.part {
        case .root: Roster.origin(ofRoot: signatory.key) == origin
        case .invitation(let place): invitations.indices.contains(place)
        case .member(let place), .coming(let place), .former(let place):
          members.indices.contains(place)
        }
      }
  }
}
