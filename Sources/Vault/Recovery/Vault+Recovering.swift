import AuditLog
import Sealing

/// What two trustees give back where nobody is left to give it: to somebody who has a standing role, or for
/// whom it waits, the keys that recovery holds.
extension Vault {
  /// In which a second trustee may go on, as an invitation counts (milliseconds): an ask must not lie there
  /// until somebody has found a paper.
  static let recoveryPeriod = 7 * 86_400_000

  /// The first trustee asks; a second one goes on.
  ///
  /// - Parameter role: nil for the standing role that waits for them, else for the one that they have.
  /// - Throws: `noted` with `noSuchMember`, `roleNotGiven`; `denied` for who asked already, or gave the role.
  public func beginRecovery(
    of handle: String, as role: Role?, by session: borrowing Session
  ) throws(VaultError) -> (step: RecoveryStep, role: Role) {
    try notingStaff(Act.keyRecover, for: .keepShare, role: role, session) {
      session throws(VaultError) in
      let found = try leaver(handle)
      return try act(as: session) { context throws(VaultError) in
        guard let own = context.role(for: .keepShare) else {
          return try context.refuse(Act.keyRecover, .role) {
            ($0.subj, $0.grole) = (found.actor, role?.rawValue)
          }
        }
        guard let wanted = context.recoverable(role, of: found) else { throw .roleNotGiven }
        return try context.begin(wanted, of: found, as: own)
      }
    }
  }

  /// The second trustee, with the shares: the role is in force, its epoch is made where nobody is there who
  /// holds the present one, and it is given every key that recovery opens; so is another recovery seed, where three
  /// trustees are there to share it. All of it or nothing.
  ///
  /// - Throws: `noted` with `share`; `nothingAsked` where no trustee has asked; `denied` where it was asked
  ///   too long ago.
  public func recover(
    _ handle: String, as role: Role, with shares: [BroughtShare], by session: borrowing Session,
    progress: (Int) -> Void = { _ in }
  ) throws(VaultError) -> Recovered {
    try withSeed(of: shares, for: .recovery, session) {
      session, seed throws(VaultError) in
      let found = try leaver(handle)
      let done = try act(as: session) { context throws(VaultError) -> Ruling<Recovered> in
        guard let own = context.role(for: .keepShare) else {
          return try context.refuse(Act.recoveryRun, .role)
        }
        guard let standing = role.standing,
          let member = context.directory.roster.member(found.id),
          let asked = context.directory.roster.askedRecovery(of: found.id, as: standing)
        else { throw VaultError.nothingAsked }
        if try context.isOver(asked) {
          return try context.refuse(Act.recoveryRun, .expired) { $0.ref = asked.seq }
        }
        guard context.maySecond(asked, member) else {
          return try context.refuse(Act.recoveryRun, .secondPerson) { $0.ref = asked.seq }
        }
        if let lapse = try context.lapse(of: role, for: member) {
          return try context.refuse(Act.recoveryRun, lapse) { $0.ref = asked.seq }
        }
        context.keyring.recovered = try RecoveredKey(seed, context.directory)
        defer { context.keyring.recovered = nil }
        return .allowed(
          try RecoveryRun(context: context, member: member, role: role, standing: standing)
            .run(asked, as: own, progress: progress))
      }
      // What the seed opened goes now, and not only with the next command.
      if done.sharedSeed != nil { try sweep(session) }
      return done
    }
  }
}

extension ActContext {
  /// The standing role that is meant: one that waits goes before one that is in force.
  fileprivate func recoverable(_ role: Role?, of member: RosterMember) -> Role? {
    let roster = directory.roster
    let waiting = roster.waitingRoles.filter { roster.members[$0.member].id == member.id }
      .map(\.role)
    let all = (waiting + member.roles.map(\.role)).compactMap { Role(rawValue: $0.rawValue) }
    return all.first { $0.standingNumber != nil && (role == nil || role == $0) }
  }

  fileprivate func begin(
    _ role: Role, of member: RosterMember, as own: Role
  ) throws(VaultError) -> Ruling<(step: RecoveryStep, role: Role)> {
    func fill(_ entry: inout Entry) {
      (entry.subj, entry.grole) = (member.actor, role.rawValue)
    }
    guard let standing = role.standing else { throw .roleNotGiven }
    var asked = directory.roster.askedRecovery(of: member.id, as: standing)
    if let waiting = asked, try isOver(waiting) { asked = nil }
    guard maySecond(asked, member) else {
      return try refuse(Act.keyRecover, .secondPerson, fill)
    }
    if let lapse = try lapse(of: role, for: member) {
      return try refuse(Act.keyRecover, lapse, fill)
    }
    if asked != nil { return .allowed((.ready, role)) }
    let seq = try append(Act.keyRecover) { entry in
      fill(&entry)
      entry.role = own.rawValue
    }
    return .allowed((.asked(entry: seq), role))
  }

  /// Why nobody gives them the role that waits: who asked for it is no administrator any more.
  fileprivate func lapse(
    of role: Role, for member: RosterMember
  ) throws(VaultError) -> Refusal? {
    let roster = directory.roster
    for waiting in roster.waitingRoles
    where roster.members[waiting.member].id == member.id && waiting.role.rawValue == role.rawValue {
      return try lapse(ofAsk: waiting.seq)
    }
    return nil
  }

  /// Whether what was asked was answered too late. It can be asked anew, by anybody who may ask.
  fileprivate func isOver(_ asked: AskedRecovery) throws(VaultError) -> Bool {
    let entry = try vault.ledger.provenEntry(asked.seq, in: tx)
    return try vault.timeSeen(since: asked.seq, tx) >= entry.t + Vault.recoveryPeriod
  }

  /// Nobody is the second person for what they asked, or for a role that they gave as an administrator.
  fileprivate func maySecond(_ asked: AskedRecovery?, _ member: RosterMember) -> Bool {
    let roster = directory.roster
    let own = asker.member.identifier
    if let asked, roster.members[asked.askedBy].id == own { return false }
    return !roster.waitingRoles.contains {
      roster.members[$0.member].id == member.id && roster.members[$0.addedBy].id == own
    }
  }
}

extension Role {
  /// The standing role whose holders have it.
  var standing: StandingRole? { standingNumber.flatMap(StandingRole.init(rawValue:)) }
}
