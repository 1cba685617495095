import Vault

/// The visits after somebody went home, 1, 3, 6 and 12 months on (design, "follow-ups"). They are counted from the day
/// of the return, so that day is a whole one; and what was visited before the visit before was due is that visit, for
/// else one visit on the first day would be all four.
struct FollowUpRule: FormRule {
  static let months = [1, 3, 6, 12]
  private static let returned = "reintegration.returned_on"

  let looksAt = [Self.returned] + Self.months.map(Self.visit)

  static func visit(_ month: Int) -> String { "reintegration.follow_up_\(month)_at" }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(looksAt))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    let file = form.after
    guard let returned = file.date(Self.returned) else { return }
    guard let home = returned.exactDay else {
      guard isWritten(Self.returned, form) else { return }
      throw .form([FieldFault(field: Self.returned, fault: .wholeDateNeeded)])
    }
    let isMoved = isWritten(Self.returned, form)
    var faults: [FieldFault] = []
    for (before, month) in zip(Self.months, Self.months.dropFirst()) {
      let name = Self.visit(month)
      guard isMoved || isWritten(name, form), let day = file.date(name),
        day.latest < home.adding(months: before), let field = form.book[Self.visit(before)]
      else { continue }
      faults.append(
        FieldFault(
          field: isWritten(name, form) ? name : Self.returned, fault: .visitTooEarly, beside: field)
      )
    }
    guard faults.isEmpty else { throw .form(faults) }
  }

  private func isWritten(_ name: String, _ form: CheckedChanges) -> Bool {
    form.book[name].map { field in
      form.changes.records.contains { $0.fields[field.id]?.state == .given }
    } ?? false
  }
}
