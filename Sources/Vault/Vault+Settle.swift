import AuditLog
import FoundationEssentials
public import Sealing

/// Keys that a role's first holder makes: whatever needs a holder is done by the next command of one.
extension Vault {
  /// Makes the keys that wait for this member, and gives to others what only this member has to give.
  func settle(_ session: inout Session) throws(VaultError) {
    // Nobody has accepted this log yet.
    guard !isLetInToAccept else { return }
    session.finished = try settleErasures(session)
    try takeOwnKeys(session)
    try settleKeys(session)
    session.sharedSeed = try settleRecovery(session)
    session.settled = try settleCases(session)
    try settleCompromised(session)
    try settleRestrictions(session)
    session.leftover = try settleOverwritten(session)
    try settleEmergencies(session)
  }

  /// The epochs of the member's standing roles, and for the first lead the operations key and the index
  /// key.
  func settleKeys(_ session: borrowing Session) throws(VaultError) {
    let due = dueKeys(for: session.member)
    guard !due.isEmpty else { return }
    try act(as: session) { context throws(VaultError) in
      for key in dueKeys(for: context.asker.member) {
        try context.makeOfficeKey(key)
        if key == .index { try SearchIndex(context).resealAll() }
      }
      return .allowed(())
    }
  }

  /// Whether the next command of a member makes a key that others wait for: of a standing role whose
  /// first holder they are, or of the vault. Nobody else can make it: it is random, and theirs to hold.
  public func owesKeys(_ handle: String) -> Bool {
    guard let member = ledger.directory.member(who: custody.who(handle)) else { return false }
    let isFirstLead =
      ledger.directory.roles(of: member).contains(.lead)
      && ledger.directory.epoch(of: .recovery) == nil
    return isFirstLead || !dueKeys(for: member).isEmpty
  }

  private func dueKeys(for member: MemberID) -> [OfficeKey] {
    let directory = ledger.directory
    let roles = directory.roles(of: member)
    let due = roles.compactMap { $0.standingNumber.flatMap(StandingRole.init(rawValue:)) }
      .map(OfficeKey.standing).filter(directory.isDue)
    let vaultWide = [OfficeKey.vault, .operations, .index].filter { key in
      roles.contains(where: key.isMade) && directory.isDue(key)
    }
    return due + vaultWide
  }

  /// Whether this member's client must make the recovery seed now, and so must say where it is to be
  /// put away.
  public func needsRecoverySeed(_ session: borrowing Session) -> Bool {
    ledger.directory.roles(of: session.member).contains(.lead)
      && ledger.directory.epoch(of: .recovery) == nil
  }

  /// Makes the first recovery epoch and hands out its seed, once: three shares on one sheet, for there are no
  /// trustees yet. No case is opened before. When there are three, another seed takes its place.
  public func makeRecoverySeed(as session: borrowing Session) throws(VaultError) -> SecretBytes {
    let box = try VaultError.sealing { () throws(SealingError) in try BoxKey.makeRandom() }
    let publicKey = box.publicKey
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      guard context.asker.roles.contains(.lead) else {
        return try context.refuse(Act.keyRotate, .role) { $0.kind = "epoch" }
      }
      guard context.directory.epoch(of: .recovery) == nil else { throw VaultError.nothingToDo }
      _ = try context.stateRecovery(publicKey, generation: nil)
      return .allowed(())
    }
    return try VaultError.sealing { () throws(SealingError) in
      try box.withSeed { seed throws(SealingError) in try SeedShares.sheet(of: seed) }
    }
  }
}

extension ActContext {
  var officeKeys: OfficeKeys {
    OfficeKeys(
      vault: vault.id, ledger: vault.ledger, custody: custody, keyring: keyring, tx: tx)
  }

  private var ownHolder: OfficeKeys.Holder {
    OfficeKeys.Holder(principal: keyring.principal, box: keyring.bundle.box.publicKey)
  }

  /// Makes the first or the next version of an office key, wraps it to whoever is to hold it (to recovery
  /// too, where that exists and the key is not a role's own), and states it.
  func makeOfficeKey(_ key: OfficeKey) throws(VaultError) {
    try makeOfficeKey(key, for: try holders(of: key)) { entry in
      entry.role = asker.roles.first?.rawValue
    }
  }

  /// - Returns: its number.
  @discardableResult
  func makeOfficeKey(
    _ key: OfficeKey, for holders: [OfficeKeys.Holder], _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> UInt32 {
    let version = directory.nextVersion(of: key)
    let handle = keyring.makeOfficeKey(key, version: version)
    let list = try officeKeys.wrap(
      [OfficeKeys.Version(key: key, number: version)], to: holders)
    var box: String?
    if case .standing = key { box = try publicBox(of: handle) }
    let seq = try append(Act.keyRotate) { entry in
      entry.kind = key.kind
      entry.epoch = Int(version)
      entry.grant = list.digest
      fill(&entry)
      if case .standing(let role) = key {
        entry.grole = role.name
        entry.box = box
      }
    }
    try tx.insertGrantList(list.bytes, of: 0, seq: seq)
    return version
  }

  /// Whoever makes it, and whoever holds what it takes the place of or has a role that holds it.
  private func holders(of key: OfficeKey) throws(VaultError) -> [OfficeKeys.Holder] {
    var holders = [ownHolder]
    if case .standing = key {
    } else if let recovery = directory.epoch(of: .recovery) {
      holders.append(
        OfficeKeys.Holder(
          principal: StandingRole.recovery.principal(epoch: recovery.number), box: recovery.box))
    }
    guard let before = directory.version(of: key) else { return holders }
    for member in directory.roster.members where MemberID(member.id) != asker.member {
      guard member.suspended == nil, try holds(key, version: before, member) else { continue }
      holders.append(OfficeKeys.Holder(principal: .member(member.id), box: member.box))
    }
    return holders
  }

  private func holds(
    _ key: OfficeKey, version: UInt32, _ member: RosterMember
  ) throws(VaultError) -> Bool {
    if directory.roles(of: MemberID(member.id)).contains(where: key.isHeld) { return true }
    // Who waits for a second person was given the vault key.
    guard key == .vault, let row = try tx.knownPrincipalKey(.member(member.id))
    else { return false }
    return try tx.officePack(keyClass: key.keyClass, version: version, principal: row) != nil
  }

  private func publicBox(of seed: KeyHandle) throws(VaultError) -> String {
    let box = try VaultError.sealing { () throws(SealingError) in
      try BoxKey(seed: seed, in: keyring.lasting)
    }
    return Data(box.publicKey.bytes).base64EncodedString()
  }
}
