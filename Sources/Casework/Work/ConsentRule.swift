import Vault

/// What a consent has to say before it is recorded. It is not changed afterwards: what the person agreed to
/// is what they were told then. Whoever got it wrong withdraws it and records another.
struct ConsentRule: FormRule {
  var looksAt: [String] { Consent.looksAt }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool { true }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    for (change, record) in form.records("consent") {
      let consent = Consent(record: record, records: form.after)
      try checkOrder(consent)
      guard change.target == .new else {
        try checkLater(change, record, form)
        continue
      }
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
    // Nobody has taken back what is only recorded now: the verb says when, and what follows.
    let ends = ["consent.withdrawn_at", "consent.ended_at"].filter {
      consent.records.isGiven($0, in: consent.record)
    }
    guard ends.isEmpty else {
      throw .form(ends.map { FieldFault(field: $0, fault: .notForTyping) })
    }
  }

  private func checkTold(_ consent: Consent) throws(CaseworkError) {
    let (records, book) = (consent.records, consent.records.book)
    guard try consent.scope().isSensitive(book),
      !records.isYes("consent.sensitive_told", in: consent.record)
    else { return }
    let told = book["consent.sensitive_told"].map { [StopName.field($0)] } ?? []
    throw .stopped(RuleStop(.missing, .consent, .sensitiveIsTold, names: told))
  }

  /// What comes after a consent lies after it. A confirmation is the word of somebody of age; told is who
  /// was told of what had happened.
  private func checkOrder(_ consent: Consent) throws(CaseworkError) {
    let records = consent.records
    func moment(_ name: String) -> Moment? { records.moment("consent." + name, in: consent.record) }
    if let confirmed = moment("confirmed_at") {
      guard consent.isConfirmed else {
        throw .form([FieldFault(field: "consent.confirmed_at", fault: .beforeMajority)])
      }
      guard moment("given_at").map({ !confirmed.isBeforeMinute(of: $0) }) ?? true else {
        throw .form([FieldFault(field: "consent.confirmed_at", fault: .beforeItsBeginning)])
      }
    }
    guard let told = moment("recipients_told_at") else { return }
    // Told when the person came of age: what ends later ended for them then.
    if consent.isByRepresentative, consent.isOutgrown(on: told.dayInVietnam) { return }
    for name in ["withdrawn_at", "ended_at"] where moment(name).map(told.isBeforeMinute) ?? false {
      throw .stopped(
        RuleStop(
          .tooEarly, .state, .withdrawal, names: records.book.named(["consent." + name])))
    }
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
    let consent = Consent(record: record, records: form.after)
    guard
      told.flatMap({ change.fields[$0] }) == nil || consent.isWithdrawn || consent.isEnded
        || consent.isByRepresentative && consent.isOutgrown(on: form.today)
    else { throw .stopped(RuleStop(.consentFixed, .state, .ownChoice)) }
  }
}
