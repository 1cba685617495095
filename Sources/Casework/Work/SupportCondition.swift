import Vault

/// On what a right depends, held against the file as far as its fields show it. What no field shows is told
/// to whoever records, by name: they know, and the paper beside them does.
struct SupportCondition {
  let right: Entitlement
  let record: CaseRecords.Record
  /// The condition of schooling under the law of 2011.
  static let ofMinors = "poor_first_year"
  private static let (ofStays, once) = ("during_stay", "poor_once")

  /// Those that are held against the file, and those that no field shows, which are told by their labels.
  static let known: Set<String> = [
    ofStays, ofMinors, once, "poor_household", "case_by_case",
  ]

  /// The day of the help.
  let day: CalendarDay

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    noteAge(&form)
    switch right.condition {
    case nil: return
    case Self.ofStays: try checkStay(&form)
    case Self.ofMinors: try checkFirstYear(&form)
    case Self.once: try checkOnce(&form)
    default: note(&form)
    }
  }

  private func note(_ form: inout CheckedChanges) {
    form.notes.append(RuleNote(.condition, label: right.label, right.citation))
  }

  private func stop(_ form: CheckedChanges, _ names: [String]) -> CaseworkError {
    .stopped(
      RuleStop(
        .condition, label: right.label, right.citation, names: form.book.named(names)))
  }

  /// Medical and psychological help of the law of 2011 is for the time of a stay (Art. 34, 35).
  private func checkStay(_ form: inout CheckedChanges) throws(CaseworkError) {
    let file = form.after
    let help = PartialDate(day)
    let possible = file.records(holding: "stay.stay_from").filter { stay in
      guard let from = file.date("stay.stay_from", in: stay) else { return false }
      let to = file.date("stay.stay_to", in: stay)
      return !help.isCertainlyBefore(from) && !(to.map(help.isCertainlyAfter) ?? false)
    }
    guard !possible.isEmpty else { throw stop(form, ["stay.stay_from", "stay.stay_to"]) }
    let isSure = possible.contains { stay in
      file.date("stay.stay_from", in: stay)?.latest ?? day.adding(days: 1) <= day
    }
    if !isSure { note(&form) }
  }

  /// For minors of poor households, in the first school year (Art. 37(1)).
  private func checkFirstYear(_ form: inout CheckedChanges) throws(CaseworkError) {
    guard form.after.isMinor(on: day) else { throw stop(form, ["person.birth_date"]) }
    guard schoolYears(form).count <= 1 else {
      throw stop(form, ["support_item.schooling_year"])
    }
    note(&form)
  }

  /// The hardship allowance is given once (Art. 38(1)); a loan is another thing of the same point.
  private func checkOnce(_ form: inout CheckedChanges) throws(CaseworkError) {
    let file = form.after
    func isAllowance(_ item: CaseRecords.Record) -> Bool {
      file.code("support_item.regime", in: item) == right.regime
        && !file.isGiven("support_item.loan_ref", in: item)
    }
    let given = file.records(holding: "support_item.regime").filter(isAllowance)
    guard !isAllowance(record) || given.count <= 1 else {
      throw stop(form, ["support_item.regime"])
    }
    note(&form)
  }

  // MARK: Notes

  private func schoolYears(_ form: CheckedChanges) -> Set<String> {
    let file = form.after
    return Set(
      file.records(holding: "support_item.regime").filter {
        file.code("support_item.regime", in: $0) == "h"
      }.compactMap { file.code("support_item.schooling_year", in: $0) })
  }

  private func noteAge(_ form: inout CheckedChanges) {
    guard right.category.hasPrefix("minor_"), !form.after.isMinor(on: day) else { return }
    form.notes.append(
      RuleNote(
        .cameOfAge, label: form.book.label(ofCategory: right.category), right.citation,
        names: form.book.named(["case.person_category"])))
  }
}
