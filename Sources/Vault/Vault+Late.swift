import AuditLog
import Sealing

/// Cases that were there before a standing role had a holder: their keys are given to it by the next
/// command of somebody who has them.
extension Vault {
  /// Cases that one command settles. Each costs an entry and some tenths of a millisecond, and no
  /// ordinary command may keep its user, or all others, waiting.
  public static let casesSettledAtOnce = 500

  /// Gives what this member can give, at most `limit` cases in all.
  func settleCases(
    _ session: borrowing Session, limit: Int = Vault.casesSettledAtOnce
  ) throws(VaultError) -> [Settled] {
    guard try isAnyCaseDue(from: session.member) else { return [] }
    let settled = try act(as: session) { context throws(VaultError) -> Ruling<[Settled]> in
      var (settled, room): ([Settled], Int) = ([], limit)
      for late in context.directory.epochs(servedBy: context.asker.member) {
        let count = try settle(late, limit: room, context)
        guard count > 0 else { continue }
        room -= count
        settled.append(
          Settled(
            role: late.role.name, cases: count, isMoreDue: try context.tx.isAnyDue(late)))
      }
      return .allowed(settled)
    }
    // Old outer keys of recovery go now, and not only with the next command.
    if settled.contains(where: { $0.role == StandingRole.recovery.name }) { try sweep(session) }
    return settled
  }

  private func settle(
    _ late: LateEpoch, limit: Int, _ context: ActContext
  ) throws(VaultError) -> Int {
    let settler = try CaseSettler(context, late)
    let due = try context.tx.dueFiles(late, limit: limit)
    func all() throws(VaultError) -> Int {
      var count = 0
      for key in due where try settler.settle(key) { count += 1 }
      return count
    }
    // New outer keys in one transaction of custody, and before the records commit.
    return settler.endsOld
      ? try custody.adding { _ throws(VaultError) in try all() } : try all()
  }

  /// Looked for without the write lock: at nearly every command there is nothing.
  private func isAnyCaseDue(from member: MemberID) throws(VaultError) -> Bool {
    let epochs = ledger.directory.epochs(servedBy: member)
    return try store.look { tx throws(VaultError) in
      for late in epochs where try tx.isAnyDue(late) { return true }
      return false
    }
  }

  /// For the status: how many cases each epoch still waits for.
  func dueCases(_ tx: Transaction) throws(VaultError) -> [VaultStatus.DueCases] {
    var due: [VaultStatus.DueCases] = []
    for late in ledger.directory.epochs {
      let count = try tx.countDueFiles(late)
      guard count > 0 else { continue }
      due.append(.init(role: late.role.name, count: count, giver: late.giver.name))
    }
    return due
  }
}
