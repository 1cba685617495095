import Sealing

extension Roster {
  /// Leaf 0: the root key signs for itself, and the log is named after it.
  mutating func create(_ entry: Entry) throws(AuditLogError) {
    let key = try rootKey(of: entry)
    guard entry.aseq == 0 else { throw .chain(.aseq) }
    signatories[entry.actor] = Signatory(key, .root)
  }

  /// The root key that leaf 0 names.
  func rootKey(of entry: Entry) throws(AuditLogError) -> NoteKey {
    guard entry.act == Act.vaultCreate, entry.out == .ok else { throw .directory(.first) }
    let key = try newKey(entry)
    guard ActorID(key.key) == entry.actor else { throw .directory(.keyActor) }
    guard Roster.origin(ofRoot: key.key) == origin else { throw .directory(.originKey) }
    return key
  }

  /// The key in `vkey`: named as an actor's key is, and never seen before.
  func newKey(_ entry: Entry) throws(AuditLogError) -> NoteKey {
    guard let text = entry.vkey, let key = try? NoteKey(parsing: text) else {
      throw .directory(.missingKey)
    }
    let actor = ActorID(key.key)
    guard key.algorithm == .ed25519, key.name == "\(origin)/a/\(actor)" else {
      throw .directory(.keyName)
    }
    guard signatories[actor] == nil else { throw .directory(.keyKnown) }
    return key
  }

  /// The key in `box`: one that a secret can be sealed to.
  func boxKey(_ entry: Entry) throws(AuditLogError) -> BoxPublicKey {
    guard let text = entry.box, let bytes = Base64.bytes(of: Array(text.utf8)) else {
      throw .directory(.missingKey)
    }
    guard let key = BoxPublicKey(bytes) else { throw .directory(.boxKey) }
    return key
  }

  /// `key.rotate`, by `kind`. Keys of a case are the vault's business and pass.
  mutating func rotate(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    switch entry.kind {
    case "log": try rotateLog(entry, signer)
    case "epoch": try rotateEpoch(entry, signer)
    case "member" where entry.ref == nil: try offerKeys(entry, signer)
    case "member": try takeKeys(entry, signer)
    case let kind:
      guard let kind = kind.flatMap(VaultKeyKind.init(rawValue:)) else {
        guard signer != .root else { throw .directory(.signerRole) }
        return
      }
      try rotateVaultKey(kind, entry, signer)
    }
  }

  /// The first log key is root's word, as leaf 1; later ones are an admin's or a lead's.
  private mutating func rotateLog(
    _ entry: Entry, _ signer: RosterSigner
  ) throws(AuditLogError) {
    if logKeys.isEmpty {
      guard signer == .root else { throw .directory(.signerRole) }
    } else {
      try require(signer, .admin, .lead)
    }
    guard let text = entry.vkey, let key = try? NoteKey(parsing: text) else {
      throw .directory(.missingKey)
    }
    guard key.algorithm == .ed25519, key.name == origin else { throw .directory(.keyName) }
    guard !logKeys.contains(where: { $0.key == key }) else { throw .directory(.keyKnown) }
    logKeys.append(LogKey(seq: entry.seq, key: key))
  }

  /// Epoch 0 is made by the first holder, e + 1 by a holder: so an admin alone can make no epoch that
  /// counts, not even through a lead of their own invention. What two trustees recovered is made by the second.
  private mutating func rotateEpoch(
    _ entry: Entry, _ signer: RosterSigner
  ) throws(AuditLogError) {
    guard let name = entry.grole, let epoch = entry.epoch, let grant = entry.grant else {
      throw .directory(.missingKey)
    }
    guard let role = StandingRole(name: name) else { throw .directory(.roleUnknown) }
    if !makesRecovered(role, entry, signer) { try require(signer, role.maker) }
    let box = try boxKey(entry)
    let place = epochs.firstIndex { $0.role == role }
    guard epoch == (place.map { epochs[$0].epoch + 1 } ?? 0) else { throw .directory(.epoch) }
    let next = StandingEpoch(role: role, epoch: epoch, seq: entry.seq, box: box, grant: grant)
    if let place { epochs[place] = next } else { epochs.append(next) }
    epochs.sort { $0.role.rawValue < $1.role.rawValue }
    // Shares of the seed before put together nothing that counts.
    if role == .recovery { shares = [] }
  }

  private mutating func rotateVaultKey(
    _ kind: VaultKeyKind, _ entry: Entry, _ signer: RosterSigner
  ) throws(AuditLogError) {
    guard let version = entry.epoch, let grant = entry.grant else { throw .directory(.missingKey) }
    if kind == .vault {
      try require(signer, .admin, .lead)
    } else {
      try require(signer, .lead)
    }
    let place = versions.firstIndex { $0.kind == kind }
    let isNext = place.map { version == versions[$0].version + 1 } ?? (version <= 1)
    guard isNext else { throw .directory(.epoch) }
    let next = VaultKeyVersion(kind: kind, version: version, seq: entry.seq, grant: grant)
    if let place { versions[place] = next } else { versions.append(next) }
    versions.sort { $0.kind.number < $1.kind.number }
  }

  /// A member signs, with the old key, for new ones.
  private mutating func offerKeys(
    _ entry: Entry, _ signer: RosterSigner
  ) throws(AuditLogError) {
    guard let member = signer.member else { throw .directory(.signerRole) }
    let key = try newKey(entry)
    let box = try boxKey(entry)
    dropWaitingKeys(of: member)
    signatories[ActorID(key.key)] = Signatory(key, .coming(member))
    waitingKeys.append(WaitingKey(seq: entry.seq, member: member, key: key.key, box: box))
  }

  /// Another person than the member, who compared fingerprints, makes the new keys the member's.
  private mutating func takeKeys(
    _ entry: Entry, _ signer: RosterSigner
  ) throws(AuditLogError) {
    if signer != .root { try require(signer, .admin) }
    guard let place = waitingKeys.firstIndex(where: { $0.seq == entry.ref }) else {
      throw .directory(.nothingWaits)
    }
    let waiting = waitingKeys[place]
    guard signer.member != waiting.member else { throw .directory(.ownSecond) }
    let actor = ActorID(waiting.key)
    signatories[members[waiting.member].actor]?.part = .former(waiting.member)
    signatories[actor]?.part = .member(waiting.member)
    (members[waiting.member].actor, members[waiting.member].key) = (actor, waiting.key)
    members[waiting.member].box = waiting.box
    keyChanges[waiting.member] = entry.seq
    waitingKeys.remove(at: place)
  }

  /// Keys that were offered and not taken never sign.
  mutating func dropWaitingKeys(of member: Int) {
    for waiting in waitingKeys where waiting.member == member {
      signatories[ActorID(waiting.key)]?.part = .former(member)
    }
    waitingKeys.removeAll { $0.member == member }
  }
}
