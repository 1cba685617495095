import Vault

/// Article 63 of Law 53/2024: whoever was identified before 1 July 2025 keeps the support of the law of 2011,
/// and nobody else does; a person who was in process on that day is not named. Told
/// beside everything else that is recorded; refused where the law of the file itself is (`LegalRegimeRule`).
enum LawNote {
  static let looksAt = [
    "case.received_at", "case.legal_regime", "identification.decision", "identification.decided_at",
  ]

  static func notes(_ file: CaseRecords) -> [RuleNote] {
    guard let regime = file.book["case.legal_regime"],
      let turn = file.book.entitlements.rows.first(where: { $0.legalRegime == "L53_2024" })?
        .validity.from
    else { return [] }
    let keepsOldLaw = file.code("case.legal_regime") == "L66_2011"
    let decided =
      file.code("identification.decision") == "victim"
      ? file.date("identification.decided_at") : nil
    if let decided, decided.latest < turn, !keepsOldLaw {
      return [RuleNote(.olderLaw, label: regime.label, regime.citation)]
    }
    // Of somebody whose decision is not there the arrival tells that it cannot be older.
    guard keepsOldLaw, let first = decided ?? file.date("case.received_at"), first.earliest >= turn
    else { return [] }
    return [RuleNote(.newerLaw, label: regime.label, regime.citation)]
  }
}
