public import Vault

extension Casework {
  /// The form of support, with what the person has had, what runs, and what is theirs and was never
  /// offered. One look, one entry.
  ///
  /// - Returns: no overview for whoever sees only some of what was given: it would call open what is not.
  public func showSupport(
    of code: CaseCode, classes: Set<FieldClass> = [], for purpose: Purpose?,
    as session: borrowing Session
  ) throws(CaseworkError) -> (page: CasePage, overview: SupportOverview?) {
    let names =
      [
        "case.person_category", "case.legal_regime", "case.status", "case.file_kind",
        "case.former_status", "case.received_at", "identification.decided_at",
        "identification.decision",
      ] + CaseRecords.ofRuleDay
    let (page, records) = try show(
      "support", of: code, classes: classes,
      beside: names + CategoryDoubt.looksAt + PrincipalRow.looksAt + ["person.birth_date"],
      for: purpose, as: session)
    let id = try id(of: code)
    let needed = book.ids(
      names + ["support_item.regime", "support_item.delivered_at", "stay.stay_from"])
    let readable = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.mayRead(needed, of: id, for: purpose, as: session)
    }
    guard needed.isSubset(of: readable) else { return (page, nil) }
    var overview = SupportOverview(records, at: moment)
    if let category = overview.category, category.hasPrefix("minor_"),
      case .elsewhere(let names) = try principalRow(category, of: records, session)
    {
      overview.notes.append(book.noteOfPrincipal(.principalElsewhere, category, names))
    }
    return (page, overview)
  }
}
