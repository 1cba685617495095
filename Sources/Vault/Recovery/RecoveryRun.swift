import AuditLog
import Sealing

/// The second trustee's part of a recovery, inside one transaction and with the seed at hand.
struct RecoveryRun {
  let context: ActContext
  let member: RosterMember
  let role: Role
  let standing: StandingRole

  private var tx: Transaction { context.tx }

  func run(
    _ asked: AskedRecovery, as own: Role, progress: (Int) -> Void
  ) throws(VaultError) -> Recovered {
    let epoch = context.directory.roster.epoch(of: .recovery)?.epoch
    let seq = try context.append(Act.recoveryRun) { entry in
      (entry.ref, entry.subj, entry.grole) = (asked.seq, member.actor, role.rawValue)
      (entry.epoch, entry.role) = (epoch, own.rawValue)
    }
    // The entry right after it, and no later one, may make the epoch of a role that is not the signer's.
    let made = try holdsEpoch() ? nil : makeEpoch(by: seq, as: own)
    let shared = context.vault.canShareRecovery ? try context.shareRecovery(by: seq, as: own) : nil
    try giveOfficeKeys()
    let given = try giveCases(by: seq, progress)
    if let shared {
      try giveRecovery(by: seq)
      try context.endOldRecovery(before: shared.epoch)
    }
    return Recovered(
      entry: seq, epoch: made, cases: given.cases, spoilt: given.spoilt, sharedSeed: shared?.seq)
  }

  /// Whether they hold the seed of the epoch that counts.
  private func holdsEpoch() throws(VaultError) -> Bool {
    guard let epoch = context.directory.epoch(of: standing)?.number,
      let row = try tx.knownPrincipalKey(.member(member.id))
    else { return false }
    return try tx.officePack(
      keyClass: OfficeKey.standing(standing).keyClass, version: epoch, principal: row) != nil
  }

  /// For everybody who has the role: it is not for two trustees to say who of them is to go.
  private func makeEpoch(by seq: Int, as own: Role) throws(VaultError) -> Int {
    let holders = context.directory.roster.holders(of: standing.maker).map {
      OfficeKeys.Holder(principal: .member($0.id), box: $0.box)
    }
    return Int(
      try context.makeOfficeKey(.standing(standing), for: holders) { entry in
        (entry.by, entry.role) = (seq, own.rawValue)
      })
  }

  /// The vault key came with the role; these two recovery holds.
  private func giveOfficeKeys() throws(VaultError) {
    let keys = [OfficeKey.operations, .index].filter { $0.isHeld(by: role) }
    let versions = try context.missing(keys.flatMap(context.held), to: member)
    guard !versions.isEmpty,
      let added = context.directory.roleSince(role, of: MemberID(member.id))
    else { return }
    try context.stateWrap(
      versions, to: member, grole: role.rawValue, ref: added, kind: nil)
  }

  /// What the seed opened of every case goes to the one that takes its place, while it is at hand: a lead could give it
  /// nothing of the health classes, and of whoever could nobody may be left (keys.md, "Change").
  private func giveRecovery(by seq: Int) throws(VaultError) {
    guard let part = context.directory.epochs.first(where: { $0.role == .recovery }) else { return }
    let whole = LateEpoch(
      role: part.role, number: part.number, box: part.box, made: part.made,
      classes: KeyTable.standingClasses(of: .recovery))
    let settler = try CaseSettler(context, whole, by: seq)
    try context.custody.adding { _ throws(VaultError) in
      for key in try tx.dueFiles(whole, limit: .max) { _ = try settler.settle(key) }
    }
  }

  private func giveCases(
    by seq: Int, _ progress: (Int) -> Void
  ) throws(VaultError) -> (cases: Int, spoilt: Int) {
    guard let late = context.directory.epochs.first(where: { $0.role == standing })
    else { return (0, 0) }
    let settler = try CaseSettler(context, late, by: seq)
    var (cases, spoilt) = (0, 0)
    for key in try tx.dueFiles(late, limit: .max) {
      if try settler.settle(key) { cases += 1 } else { spoilt += 1 }
      progress(cases + spoilt)
    }
    return (cases, spoilt)
  }
}
