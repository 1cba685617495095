import Vault

/// Article 63 of Law 53/2024: whoever was identified before 1 July 2025 keeps the support of the law of 2011,
/// and nobody else does; a person who was in process on that day is not named. Told
/// beside everything else that is recorded; refused where the law of the file itself is (`LegalRegimeRule`).
enum LawNote {
  static let looksAt = [
    "case.received_at", "case.legal_regime", "identification.decision", "identification.decided_at",
  ]

  /// Whoever was identified since has the support of Law 53/2024, whichever was recorded first: the law of the file or
  /// the decision. A minor who came with somebody has the law of that person.
  static func stop(_ file: CaseRecords) -> RuleStop? {
    let isOfAnother = file.code("case.person_category")?.hasPrefix("minor_") ?? false
    let isDecided =
      file.code("identification.decision") == "victim" && file.isGiven("identification.decided_at")
    // Whoever is in process was not identified before that day: the law of 2011 would give them less.
    let isInProcess = file.code("case.person_category")?.hasPrefix("in_process") ?? false
    guard !isOfAnother, isDecided || isInProcess,
      notes(file).contains(where: { $0.reason == .newerLaw })
    else { return nil }
    return file.book.stop(
      .otherLaw, about: "case.legal_regime",
      names: file.book.named([isDecided ? "identification.decided_at" : "case.person_category"])
        + [file.book.name(of: "L53_2024", in: "case.legal_regime")].compactMap(\.self))
  }

  static func notes(_ file: CaseRecords) -> [RuleNote] {
    guard let regime = file.book["case.legal_regime"],
      // The day of the law itself, whatever rows came since.
      let turn = file.book.entitlements.rows.filter({ $0.legalRegime == "L53_2024" })
        .compactMap(\.validity.from).min()
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
