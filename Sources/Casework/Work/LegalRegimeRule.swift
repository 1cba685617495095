import Vault

/// The law whose support a file keeps, held against when the person was identified (Law 53/2024 Art. 63). What
/// a decision in the file contradicts is refused; where none is, it is told (`LawNote`). A minor who came with
/// somebody has the law of that person, and this file does not know it.
struct LegalRegimeRule: FormRule {
  let looksAt = LawNote.looksAt + ["case.person_category"] + PrincipalRow.looksAt

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(["case.legal_regime"]))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    let file = form.after
    if let stop = LawNote.stop(file) { throw .stopped(stop) }
    let isOfAnother = file.code("case.person_category")?.hasPrefix("minor_") ?? false
    guard file.code("identification.decision") == "victim", !isOfAnother,
      file.isGiven("identification.decided_at"), !LawNote.notes(file).isEmpty
    else { return form.notes += LawNote.notes(file) }
    let right = file.code("case.legal_regime") == "L66_2011" ? "L53_2024" : "L66_2011"
    throw .stopped(
      form.book.stop(
        .otherLaw, about: "case.legal_regime",
        names: form.book.named(["identification.decided_at"])
          + [form.book.name(of: right, in: "case.legal_regime")].compactMap(\.self)))
  }
}
