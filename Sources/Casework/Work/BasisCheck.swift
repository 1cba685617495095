import Vault

/// Whether a basis carries what is to be done on it: by this act, to such a colleague, of such a file, for
/// such a purpose. A provision names whom it is for; cited for anybody else it is no basis at all (Law
/// 53/2024 Art. 3(10): "unless the law provides otherwise"), and a consent is for its purpose alone.
struct BasisCheck {
  let records: CaseRecords
  let today: CalendarDay

  /// Why it does not, or nil.
  ///
  /// - Parameters:
  ///   - roles: of the colleague who receives it; nil for somebody outside, who shows none.
  ///   - purpose: nil where the provision says itself what it is for.
  func stop(
    _ basis: String, _ act: BasisRule.Act, to roles: [Role]?, for purpose: String?
  ) -> RuleStop? {
    let rows = records.book.bases.filter {
      $0.basis == basis && $0.act == act && $0.validity.holds(on: today)
    }
    guard let first = rows.first else { return stopOfAct(basis) }
    let stops = rows.map { stop($0, to: roles, for: purpose) }
    // One way that is open is enough; else what the first asks for is said.
    return stops.contains(nil) ? nil : stop(first, to: roles, for: purpose)
  }

  /// An office's own book may have no row for consents; those say themselves what they are for.
  private func stopOfAct(_ basis: String) -> RuleStop? {
    guard basis != BasisRule.consent else { return nil }
    let provision = records.book.codeLists["release_provision"]?[basis]
    return RuleStop(
      .provisionOtherAct, .consent, label: provision?.label, provision?.citation ?? .nonDisclosure)
  }

  private func stop(
    _ row: BasisRule, to roles: [Role]?, for purpose: String?
  ) -> RuleStop? {
    let unmet = records.unmet(row.condition, special: holds)
    guard unmet.isEmpty else {
      return stop(.provisionOtherCase, row, unmet.flatMap(records.book.names))
    }
    if let allowed = row.roles, let roles, !roles.contains(where: { allowed.contains($0) }) {
      return stop(
        .provisionOtherRecipient, row,
        Role.allCases.filter { allowed.contains($0) }.map(StopName.role))
    }
    guard let purpose, !row.purposes.isEmpty, !row.purposes.contains(purpose) else { return nil }
    return stop(
      row.basis == BasisRule.consent ? .purposeNotOfFile : .provisionOtherPurpose, row,
      row.purposes.compactMap { records.book.name(of: $0, in: "consent.purpose") })
  }

  private func stop(_ reason: StopReason, _ row: BasisRule, _ names: [StopName]) -> RuleStop {
    RuleStop(reason, .consent, label: row.label, row.citation, names: names)
  }

  private func holds(_ what: RuleCondition.Special) -> Bool {
    switch what {
    case .minor: records.isMinor(on: today)
    case .child: records.isChild(on: today)
    default: false
    }
  }
}

extension RuleBook {
  /// What a term asks for, for a refusal to name.
  fileprivate func names(_ term: RuleCondition.Term) -> [StopName] {
    switch term {
    case .given(let fields): alternatives(fields)
    case .code(let field, let codes):
      named([field]) + codes.compactMap { name(of: $0, in: field) }
    case .special(let what): [.condition(what)]
    }
  }
}
