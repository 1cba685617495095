import AuditLog
import Sealing

/// Whose word on going on with a log that was put back counts: in the copy everybody who was dismissed since is what they
/// were, and an administrator and an auditor of then could bring themselves back.
extension Vault {
  /// The newest acceptance that two people gave, that a pin does not know, and neither of whom it knows as dismissed; and
  /// the newest that one of those has asked for or given.
  func acceptance(
    of whole: Ledger, after pin: Pin
  ) throws(VaultError) -> (counts: AcceptedRollback?, doubted: AcceptedRollback?) {
    try store.look { tx throws(VaultError) in
      var (counts, doubted): (AcceptedRollback?, AcceptedRollback?)
      for given in whole.roster.acceptances where !pin.roster.remembers(given) {
        if try isOfGone(given, in: whole, by: pin.roster, tx) {
          doubted = given
        } else {
          counts = given
        }
      }
      return (counts, doubted)
    }
  }

  /// Whether a roster knows who asked for an acceptance, or who gave it, as somebody who may not any more.
  func isOfGone(
    _ asked: AcceptedRollback, in ledger: Ledger, by known: Roster, _ tx: Transaction
  ) throws(VaultError) -> Bool {
    let isByRoot = try ledger.provenEntry(asked.seq, in: tx).subj != nil
    // A trustee asks with two shares of the root seed: who left may not, whichever roles are whose.
    let asker = ledger.roster.asker(of: asked).id
    if isByRoot ? known.isGone(asker) : known.isGone(asker, as: .admin) { return true }
    guard let approval = asked.approval else { return false }
    let actor = try ledger.provenEntry(approval, in: tx).actor
    guard let giver = ledger.roster.member(actor) else { return true }
    return known.isGone(giver.id, as: .auditor)
  }
}

extension Roster {
  /// Whether somebody whom this roster knows is a member no more.
  func isGone(_ id: Identifier) -> Bool { member(id)?.suspended != nil }

  /// Whether somebody whom this roster knows is a member no more, or had a role and has it no more. One who had it never
  /// may have been given it in the other log.
  func isGone(_ id: Identifier, as role: MemberRole) -> Bool {
    guard let member = member(id) else { return false }
    return member.suspended != nil || (hasEnded(role, of: id) && !member.holds(role))
  }

  private func hasEnded(_ role: MemberRole, of id: Identifier) -> Bool {
    endedRoles.contains { $0.role == role && members[$0.member].id == id }
  }
}
