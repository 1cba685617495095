import Vault

extension Casework {
  /// What makes a measure of protection another one.
  private static let decided = ["measure.kind", "measure.urgent", "measure.from", "measure.to"]

  /// A measure that a competent body decided is changed by whoever may record such a decision, and by nobody who may only
  /// take one at night, before it (Law 53/2024 Art. 34, 35).
  func stopOfDecidedMeasure(
    _ form: CheckedChanges, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    let decision = "measure.decision_no"
    let isDecided = form.changed("measure").contains { change in
      guard case .existing(let record) = change.target,
        let before = form.look.records.record(record, of: "measure")
      else { return false }
      return form.look.records.isGiven(decision, in: before)
        && form.changes(Self.decided, of: change)
    }
    guard isDecided else { return nil }
    let own = book.ids([decision])
    let may = try CaseworkError.ofVault { () throws(VaultError) in
      try own.isSubset(of: vault.mayWrite(own, to: id, as: session))
    }
    let roles: [Role] = [.lead, .police]
    return may
      ? nil : book.stop(.otherRole, about: decision, .role, names: roles.map(StopName.role))
  }
}
