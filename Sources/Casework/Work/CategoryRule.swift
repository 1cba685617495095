import Vault

/// The category of the person, which a lead sets: not one of minors for somebody who is of age (Law
/// 53/2024 Art. 37: "người dưới 18 tuổi đi cùng").
struct CategoryRule: FormRule {
  let looksAt = ["person.birth_date"]

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(["case.person_category"]))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    guard let category = form.after.code("case.person_category"), category.hasPrefix("minor_")
    else { return }
    try form.requireSight(of: looksAt)
    guard !form.after.isMinor(on: form.today) else { return }
    let row = form.book.entitlements.rows.first { $0.category == category }
    throw .stopped(
      RuleStop(.ofAge, label: form.book.label(ofCategory: category), row?.citation))
  }
}
