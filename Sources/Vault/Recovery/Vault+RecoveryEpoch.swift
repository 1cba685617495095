import AuditLog
import FoundationEssentials
import Sealing

/// A new recovery seed, where there are trustees to share it: made by a recovery, else by a lead's next command.
extension Vault {
  /// Makes it where it is due and there are three trustees; what it opens is given to it by the commands
  /// that follow (`settleCases`).
  ///
  /// - Returns: the entry of the new epoch; nil where nothing was due.
  func settleRecovery(_ session: borrowing Session) throws(VaultError) -> Int? {
    guard canShareRecovery,
      ledger.directory.roles(of: session.member).contains(.lead)
    else { return nil }
    let made = try act(as: session) { context throws(VaultError) -> Ruling<Int?> in
      guard canShareRecovery, context.asker.roles.contains(.lead) else { return .allowed(nil) }
      let (seq, epoch) = try context.shareRecovery()
      try context.endOldRecovery(before: epoch)
      return .allowed(seq)
    }
    // What the old seed opened of the office goes now, and not only with the next command.
    if made != nil { try sweep(session) }
    return made
  }

  /// Whether another seed is due and three trustees are there to share it.
  var canShareRecovery: Bool { ledger.roster.isRecoveryDue && trusteesMissing == 0 }

  /// How many trustees a new recovery seed waits for.
  var trusteesMissing: Int {
    let roster = ledger.roster
    guard roster.isRecoveryDue else { return 0 }
    return max(0, Roster.shareCount - roster.trustees.count)
  }
}

extension ActContext {
  /// Three shares for the three who have been trustees longest. The seed was never outside this memory.
  ///
  /// - Parameter run: the recovery that it is part of.
  func shareRecovery(
    by run: Int? = nil, as role: Role = .lead
  ) throws(VaultError) -> (seq: Int, epoch: UInt32) {
    let (old, trustees) = (directory.roster.shares, directory.roster.trustees)
    let box = try VaultError.sealing { () throws(SealingError) in try BoxKey.makeRandom() }
    let shares = try VaultError.sealing { () throws(SealingError) in
      try box.withSeed { seed throws(SealingError) in try SeedShares.split(seed) }
    }
    let (seq, epoch) = try stateRecovery(
      box.publicKey, generation: custody.generation + 1, by: run, as: role)
    for (share, trustee) in zip(shares, trustees) {
      try give(share, to: trustee, epoch: epoch, ref: seq, role: role, by: run)
    }
    for share in old { try tx.deleteNote(share.sum) }
    return (seq, epoch)
  }

  /// No wrap of an office key stays that the seed before opens.
  func endOldRecovery(before epoch: UInt32) throws(VaultError) {
    var old: Set<Int> = []
    for number in 0..<epoch {
      if let row = try tx.knownPrincipalKey(StandingRole.recovery.principal(epoch: number)) {
        old.insert(row)
      }
    }
    _ = try custody.adding { _ throws(VaultError) in
      try OfficeKeyReplacement(context: self).replace(generation: custody.generation + 1) {
        old.contains($0.principal)
      }
    }
  }

  /// A recovery epoch is nobody's role: its seed is wrapped to nobody. From here on it is a reader of
  /// every class but `safety`, and holds every version of the vault's keys.
  ///
  /// - Parameter generation: of custody, where wraps of the epoch before it go with it.
  func stateRecovery(
    _ box: BoxPublicKey, generation: Int?, by run: Int? = nil, as role: Role = .lead
  ) throws(VaultError) -> (seq: Int, epoch: UInt32) {
    let epoch = directory.nextVersion(of: .standing(.recovery))
    let holder = OfficeKeys.Holder(
      principal: StandingRole.recovery.principal(epoch: epoch), box: box)
    let list = try officeKeys.wrap(
      [OfficeKey.vault, .operations, .index].flatMap(held), to: [holder])
    let seq = try append(Act.keyRotate) { entry in
      (entry.kind, entry.grole) = ("epoch", StandingRole.recovery.name)
      (entry.epoch, entry.box) = (Int(epoch), Data(box.bytes).base64EncodedString())
      (entry.grant, entry.gen) = (list.digest, generation)
      (entry.by, entry.role) = (run, role.rawValue)
    }
    try tx.insertGrantList(list.bytes, of: 0, seq: seq)
    return (seq, epoch)
  }
}
