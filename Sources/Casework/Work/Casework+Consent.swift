public import Vault

extension Casework {
  /// What is asked when a consent is withdrawn.
  public static let withdrawalFields = ["withdrawn_at", "reason"]

  /// Withdraws a consent, with all that follows from it: open referrals that rest on it are revoked,
  /// copies that were given on it end, and whoever was given something is named, to be told. All of it in
  /// one transaction or nothing.
  ///
  /// - Parameter input: when and why; now, where no moment is given.
  public func withdraw(
    _ consent: RecordID, _ input: FormInput, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> Withdrawal {
    let checked = try rightFirst(.consentWithdraw, code, session) { () throws(CaseworkError) in
      try read(input, naming: Self.withdrawalFields, of: "consent")
    }
    let id = try id(of: code)
    return try stopping(.consentWithdraw, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try withdraw(consent, checked.values, id, session)
      }
    }
  }

  private func withdraw(
    _ consent: RecordID, _ values: [FieldID: FieldValue], _ id: CaseID,
    _ session: borrowing Session
  ) throws(CaseworkError) -> Withdrawal {
    var form = try workForm(id, ConsentEnding.looksAt, session)
    guard let found = Consent(consent, in: form.look.records) else { throw .noSuchRecord }
    if let ended = found.stopOfEnd {
      throw .stopped(RuleStop(ended.reason, .state, ended.citation))
    }
    var fields = values
    if let at = book["consent.withdrawn_at"]?.id {
      if fields[at]?.state != .given { fields[at] = .dateTime(form.now.text) }
      try checkOrder(fields[at], found)
    }
    let ending = form.end(found, consent, fields)
    let changes = form.changes.records
    // The clocks of all of it stand in one row, which is written once.
    reckon(&form)
    var writing = CaseWriting(
      .consentWithdraw, operations: form.changes.operations, since: form.look.version)
    writing.end(ending, after: 1, changes, book, try? transferLists())
    return Withdrawal(entry: try write(writing, to: id, session), ending: ending)
  }

  /// Nobody takes back what they have not given yet; and a day before the law has the duty to tell
  /// recipients would take that duty away.
  private func checkOrder(_ at: FieldValue?, _ consent: Consent) throws(CaseworkError) {
    guard let withdrawn = at.flatMap(CaseRecords.moment),
      let given = consent.records.moment("consent.given_at", in: consent.record),
      withdrawn.isBeforeMinute(of: given)
    else { return }
    throw .stopped(
      RuleStop(.tooEarly, .state, .withdrawal, names: book.named(["consent.given_at"])))
  }
}
