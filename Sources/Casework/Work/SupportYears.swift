import Vault

/// The years for which the law gives help: books and supplies for the first school year and the next (Decree
/// 162/2025 Art. 24), the premium of the health insurance for one year from the certificate (Decree 188/2025
/// Art. 6(6)(d)). The law of 2011 has a school year of its own (`SupportCondition`).
enum SupportYears {
  private static let year = "support_item.schooling_year"

  /// What makes it help of another year.
  private static let deciding = ["support_item.regime", year, "support_item.insurance_from"]

  static func check(
    _ change: RecordChange, _ record: CaseRecords.Record, _ form: inout CheckedChanges
  ) throws(CaseworkError) {
    guard form.changes(deciding, of: change) else { return }
    if let stop = stopOfInsurance(record, form.after) { throw .stopped(stop) }
    guard form.after.isGiven(year, in: record), !keepsOldLaw(form.after) else { return }
    let years = schoolYears(form.after)
    // Two that do not follow each other are no first and next either.
    if let first = years.min(), let last = years.max(), last - first > 1 {
      throw .stopped(form.book.stop(.thirdSchoolYear, about: year, names: form.book.named([year])))
    }
    form.notes += notes(form.after)
  }

  /// Said while the last of them can still be used.
  static func notes(_ file: CaseRecords) -> [RuleNote] {
    guard !keepsOldLaw(file), schoolYears(file).count == 2, let field = file.book[year]
    else { return [] }
    return [RuleNote(.lastSchoolYear, label: field.label, field.citation)]
  }

  private static func keepsOldLaw(_ file: CaseRecords) -> Bool {
    file.code("case.legal_regime") == "L66_2011"
  }

  /// The calendar years in which they begin.
  private static func schoolYears(_ file: CaseRecords) -> Set<Int> {
    Set(
      file.records(holding: "support_item.regime").filter {
        file.code("support_item.regime", in: $0) == "h"
      }.compactMap { file.text(year, in: $0).flatMap { Int($0.prefix(4)) } })
  }

  /// A day before the arrival is mistyped, which is told as that (`DateOrder`).
  private static func isBefore(
    _ decided: PartialDate, _ from: PartialDate, _ file: CaseRecords
  ) -> Bool {
    from.isCertainlyBefore(decided)
      && !(file.date("case.received_at").map(from.isCertainlyBefore) ?? false)
  }

  private static func stopOfInsurance(
    _ record: CaseRecords.Record, _ file: CaseRecords
  ) -> RuleStop? {
    guard let decided = file.date("identification.decided_at"),
      let rule = file.book.clocks.row(like: "insurance", in: file, on: decided.latest),
      let from = file.date("support_item.insurance_from", in: record),
      let limit = rule.limit.deadline(from: Moment(startOf: decided.latest), file.book.calendar),
      // The year is that of the decision, and a decision takes two people; nor does it begin before they agreed.
      isBefore(decided, from, file) || (file.isIdentified && from.earliest > limit.lastDay)
    else { return nil }
    return RuleStop(
      .insuranceYear, label: rule.label, rule.citation,
      names: file.book.named(["support_item.insurance_from"]))
  }
}
