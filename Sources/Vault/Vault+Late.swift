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
    return try act(as: session) { context throws(VaultError) -> Ruling<[Settled]> in
      var (settled, room): ([Settled], Int) = ([], limit)
      for late in context.directory.epochs(servedBy: context.asker.member) {
        let settler = try CaseSettler(context, late)
        var count = 0
        for key in try context.tx.dueFiles(late, limit: room) where try settler.settle(key) {
          count += 1
        }
        guard count > 0 else { continue }
        room -= count
        settled.append(
          Settled(
            role: late.role.name, cases: count, isMoreDue: try context.tx.isAnyDue(late)))
      }
      return .allowed(settled)
    }
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
      if count > 0 { due.append(.init(role: late.role.name, count: count)) }
    }
    return due
  }
}
