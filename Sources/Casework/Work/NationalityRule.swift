import Vault

/// A nationality that is learned after the category was set may speak against it (`CategoryDoubt`).
struct NationalityRule: FormRule {
  let looksAt = CategoryDoubt.looksAt

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(["person.nationality", "person.stateless"]))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    form.notes += CategoryDoubt.notes(form.after)
  }
}
