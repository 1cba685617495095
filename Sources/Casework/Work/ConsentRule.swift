import Vault

/// What a consent has to say before it is recorded. It is not changed afterwards: what the person agreed to
/// is what they were told then. Whoever got it wrong withdraws it and records another.
struct ConsentRule: FormRule {
  var looksAt: [String] { Consent.looksAt }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool { true }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    for (change, record) in form.records("consent") {
      guard change.target == .new else {
        try checkLater(change, record, form)
        continue
      }
      let consent = Consent(record: record, records: form.after)
      try checkIsWhole(consent)
      try checkTold(consent)
      try checkDays(consent)
      if let stop = consent.stopOfGiver(on: form.today) { throw .stopped(stop) }
      form.numbered = form.book["consent.entry"]?.id
    }
  }

  private static let required = [
    "giver", "purpose", "recipient", "fields", "given_at", "how", "language", "expires_at",
  ].map { "consent." + $0 }

  private func checkIsWhole(_ consent: Consent) throws(CaseworkError) {
    let missing = consent.records.missing(Self.required, in: consent.record)
    guard missing.isEmpty else {
      throw .stopped(RuleStop(.missing, .consent, .consentIsProved, names: missing))
    }
    guard !consent.isWithdrawn else { throw .stopped(RuleStop(.consentFixed)) }
  }

  private func checkTold(_ consent: Consent) throws(CaseworkError) {
    let (records, book) = (consent.records, consent.records.book)
    guard try consent.scope().isSensitive(book),
      !records.isYes("consent.sensitive_told", in: consent.record)
    else { return }
    let told = book["consent.sensitive_told"].map { [StopName.field($0)] } ?? []
    throw .stopped(RuleStop(.missing, .consent, .sensitiveIsTold, names: told))
  }

  /// A consent that ends before it begins was mistyped.
  private func checkDays(_ consent: Consent) throws(CaseworkError) {
    guard let given = consent.records.text("consent.given_at", in: consent.record),
      let last = consent.lastDay, last < (try Moment(given)).dayInVietnam
    else { return }
    throw .form([FieldFault(field: "consent.expires_at", fault: .beforeItsBeginning)])
  }

  /// What may be added to a consent that stands.
  private static let later = ["confirmed_at", "recipients_told_at", "paper_ref", "entered_at"]

  private func checkLater(
    _ change: RecordChange, _ record: CaseRecords.Record, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let allowed = form.book.ids(Self.later.map { "consent." + $0 })
    guard allowed.isSuperset(of: change.fields.keys), record.id != nil else {
      throw .stopped(RuleStop(.consentFixed, .state, .ownChoice))
    }
    let told = form.book["consent.recipients_told_at"]?.id
    guard
      told.flatMap({ change.fields[$0] }) == nil
        || form.after.given("consent.withdrawn_at", in: record) != nil
    else { throw .stopped(RuleStop(.consentFixed, .state, .ownChoice)) }
  }
}
