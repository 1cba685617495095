import Vault

extension Casework {
  /// What a restriction against an office ends. Not everybody who restricts reads what was given out: of what they do
  /// not read nothing is known here, and the way out stays shut all the same (`stopOfOffice`).
  func ending(
    _ field: FieldDefinition, from office: String, of id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> (vault: OfficeEnding?, told: ConsentEnding) {
    let own = book.ids(["restriction.field", "restriction.lifted_at"])
    let may = try CaseworkError.ofVault { () throws(VaultError) in
      try own.isSubset(of: vault.mayWrite(own, to: id, as: session))
    }
    // Whoever may not restrict is refused for that, and not for a look.
    guard may else { return (nil, ConsentEnding()) }
    var form = try workForm(id, GoingToOffice.looksAt, session)
    let going = try going(field, to: office, form.look.records, session)
    var told = ConsentEnding()
    (told.recipients, told.offices) = (going.recipients, going.offices)
    told.referrals = going.referrals
    for referral in told.referrals {
      form.change("referral", referral, ended(ReferralState.revoked.rawValue, form))
    }
    let changes = form.changes.records
    reckon(&form)
    var writings = changes.map { CaseWriting(.referralRevoke, records: [$0]) }
    // The clocks of all of it stand in one row, which is written once.
    if !writings.isEmpty { writings[0].operations = form.changes.operations }
    let entries = Set(going.consents.compactMap(\.entry))
    return (
      OfficeEnding(
        since: form.look.version, consents: entries, referrals: Set(told.referrals),
        writings: writings), told
    )
  }

  private func going(
    _ field: FieldDefinition, to office: String, _ records: CaseRecords,
    _ session: borrowing Session
  ) throws(CaseworkError) -> GoingToOffice {
    var handles: [MemberID: String] = [:]
    for member in GoingToOffice.colleagues(in: records) {
      handles[member] = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.handle(of: member, as: session)
      }
    }
    return GoingToOffice(field, from: office, in: records, handles) { [vault] name in
      (try? vault.member(named: name)) != nil
    }
  }
}
