import Vault

/// The law whose support a file keeps, held against when the person was identified (`LawNote`).
struct LegalRegimeRule: FormRule {
  let looksAt = LawNote.looksAt

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(["case.legal_regime"]))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    form.notes += LawNote.notes(form.after)
  }
}
