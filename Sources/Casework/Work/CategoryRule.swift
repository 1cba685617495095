import Vault

/// The category of the person, which a lead sets: the row that Article 37 of Law 53/2024 has for somebody who
/// stands where this file does; not one of minors for somebody who is of age ("người dưới 18 tuổi đi cùng"),
/// nor for one who came with nobody.
struct CategoryRule: FormRule {
  private static let ofMinors = ["person.birth_date", "link.kind", "case.former_status"]

  let looksAt =
    Self.ofMinors + CategoryDoubt.looksAt + PrincipalRow.looksAt + LawNote.looksAt

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(["case.person_category"]))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    guard let category = form.after.code("case.person_category") else { return }
    // A relative who is protected and no victim has no row; who is one has a file of the other kind.
    guard form.after.code("case.file_kind") != "protected_relative" else {
      throw .stopped(form.book.stop(.relativeFile, ofCategory: category))
    }
    try checkStanding(category, form)
    if let stop = LawNote.stop(form.after) { throw .stopped(stop) }
    form.notes += CategoryDoubt.notes(form.after)
    guard category.hasPrefix("minor_") else { return }
    try form.requireSight(of: Self.ofMinors)
    guard form.after.isMinor(on: form.today) else {
      throw .stopped(form.book.stop(.ofAge, ofCategory: category))
    }
    let links = form.after.records(holding: "link.kind")
    guard links.contains(where: { form.after.code("link.kind", in: $0) == "principal" }) else {
      throw .stopped(
        form.book.stop(
          .noPrincipal, ofCategory: category,
          names: [form.book.name(of: "principal", in: "link.kind")].compactMap(\.self)))
    }
  }

  private func checkStanding(
    _ category: String, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let standing = form.look.records.standing
    guard form.after.contradicts(category, standing: standing) else { return }
    throw .stopped(
      form.book.stop(
        .otherStanding, ofCategory: category,
        names: [standing.flatMap(form.book.name(ofStatus:))].compactMap(\.self)))
  }
}

extension RuleBook {
  /// A refusal that rests on the row of a category.
  func stop(
    _ reason: StopReason, ofCategory category: String, names: [StopName] = []
  ) -> RuleStop {
    let row = entitlements.rows.first { $0.category == category }
    return RuleStop(reason, label: label(ofCategory: category), row?.citation, names: names)
  }
}
