import Vault

extension Casework {
  /// For the rules about a draft, which know no session; nil where the person keeps nothing from anybody.
  func keptFromReceivers(
    of form: CheckedChanges, _ session: borrowing Session
  ) throws(CaseworkError) -> CaseRestrictionList? {
    guard !form.changed("referral").isEmpty else { return nil }
    let isAny = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.restrictions(of: form.look.id, as: session).contains { $0.lifted == nil }
    }
    return isAny ? try restrictions(of: form.look.id, as: session) : nil
  }

  /// What the person keeps from an office does not go to it, whoever would take it there and on whatever
  /// basis, nor what they keep from a role to a body outside that does its work. From colleagues the Vault itself keeps it.
  ///
  /// - Parameter handle: of the colleague, who is no office.
  func stopOfOffice(
    _ release: Release, from handle: String, _ records: CaseRecords, _ id: CaseID,
    _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    let live = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.restrictions(of: id, as: session).contains { $0.lifted == nil }
    }
    var offices = release.recipient.names
    if case .consent(let consent) = release.basis, let found = Consent(consent, in: records) {
      offices += [found.recipient].compactMap(\.self)
    }
    offices.removeAll { Recipient.isSame($0, handle) }
    let roles = release.rolesOutside(in: records)
    guard live, !offices.isEmpty || !roles.isEmpty else { return nil }
    let list = try restrictions(of: id, as: session)
    let kept = release.fields.filter { field in
      offices.contains { list.isRestricted(field.id, forOffice: $0) }
        || roles.contains { list.isRestricted(field.id, for: $0) }
    }
    return kept.isEmpty
      ? nil : RuleStop(.keptFromOffice, .restricted, .withdrawal, names: kept.map(StopName.field))
  }
}
