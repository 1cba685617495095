import Vault

extension Words {
  /// Cases that wait for keys, and whose command gives them.
  func due(_ due: VaultStatus.DueCases) -> String {
    let giver = role(due.giver)
    return due.isRecovery
      ? recoveryDue(due.count, by: giver, atOnce: Vault.casesSettledAtOnce)
      : casesDue(
        due.count, role: role(due.role), by: giver, atOnce: Vault.casesSettledAtOnce)
  }

  /// Cases that are in no figure until they have keys.
  func notCounted(_ due: VaultStatus.DueCases) -> String {
    casesNotCounted(
      due.count, role: role(due.role), by: role(due.giver), atOnce: Vault.casesSettledAtOnce)
  }

  /// Whether only somebody with the seed of one of these roles gives them.
  func isOwed(_ due: VaultStatus.DueCases, by unheld: [Role]) -> Bool {
    unheld.contains { $0.rawValue == due.giver }
  }

  /// Those whose keys others may have.
  func dueAfterCompromise(_ due: VaultStatus.DueCases) -> String {
    compromisedDue(due.count, by: role(due.giver), atOnce: Vault.casesSettledAtOnce)
  }
}
