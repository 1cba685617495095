import Vault

/// What kind of help an item is, by what it says beside its letter: schooling, training and loans are regimes
/// of their own, which not every row of Article 37 has, and are not given under the letter of another (Decree
/// 162/2025 Art. 24, 25).
enum SupportKind {
  /// What is said of which regimes alone. Form 07 is the application for schooling, training and the hardship
  /// allowance (procedure 112584).
  private static let regimes: [(field: String, only: [String])] = [
    ("support_item.schooling_year", ["h"]), ("support_item.training", ["i"]),
    ("support_item.loan_ref", ["k"]),
    ("support_item.allowance_application_at", ["h", "i", "k"]),
  ]

  private static let insurance = "support_item.insurance_from"

  static func check(
    _ change: RecordChange, _ record: CaseRecords.Record, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let file = form.after
    guard let regime = file.code("support_item.regime", in: record) else { return }
    for (field, only) in regimes
    where file.isGiven(field, in: record) && !only.contains(regime)
      && form.changes(["support_item.regime", field], of: change)
    {
      throw .stopped(
        form.book.stop(
          .otherRegime, about: field,
          names: only.compactMap { form.book.name(of: $0, in: "support_item.regime") }))
    }
    if form.changes([insurance], of: change), let stop = stopOfInsurance(record, file) {
      throw .stopped(stop)
    }
  }

  /// The premium is helped with for victims, from their certificate (Decree 188/2025 Art. 6(6)(d)), and not for
  /// who is in process or came along. The row of victims says the same as the decision.
  private static func stopOfInsurance(
    _ record: CaseRecords.Record, _ file: CaseRecords
  ) -> RuleStop? {
    guard file.isGiven(insurance, in: record), file.code("identification.decision") != "victim",
      file.code("case.person_category") != "victim_vn"
    else { return nil }
    return file.book.stop(
      .condition, about: insurance, names: file.book.named(["identification.decision"]))
  }
}
