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
    let checked = try read(input, naming: Self.withdrawalFields, of: "consent")
    let id = try id(of: code)
    return try stopping(.consentWithdraw, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try withdraw(consent, checked.values, id, session)
      }
    }
  }

  private static let withdrawalLooksAt =
    Consent.looksAt + [
      "referral.consent_ref", "referral.state", "release.consent_ref", "release.released_to",
    ]

  private func withdraw(
    _ consent: RecordID, _ values: [FieldID: FieldValue], _ id: CaseID,
    _ session: borrowing Session
  ) throws(CaseworkError) -> Withdrawal {
    var form = try workForm(id, Self.withdrawalLooksAt, session)
    guard let found = Consent(consent, in: form.look.records) else { throw .noSuchRecord }
    guard !found.isWithdrawn else {
      throw .stopped(RuleStop(.consentWithdrawn, .state, .withdrawal))
    }
    let referrals = openReferrals(on: consent, form.look.records)
    let recipients = recipients(on: consent, form.look.records)
    var fields = values
    if let at = book["consent.withdrawn_at"]?.id, fields[at] == nil {
      fields[at] = .dateTime(form.now.text)
    }
    if let tell = book["consent.to_tell"]?.id, !recipients.isEmpty {
      fields[tell] = .list(recipients)
    }
    form.change("consent", consent, fields)
    let main = form.changes
    for referral in referrals { form.change("referral", referral, ended("revoked", form)) }
    // The clocks of all of it stand in one row, which is written once.
    reckon(&form)
    var writing = CaseWriting(
      .consentWithdraw, records: main.records, operations: form.changes.operations,
      since: form.look.version)
    writing.following = form.changes.records.dropFirst(main.records.count).map {
      CaseWriting(.referralRevoke, records: [$0])
    }
    if let entry = found.entry { writing.ending = .resting(on: [entry]) }
    let entry = try write(writing, to: id, session)
    return Withdrawal(entry: entry, referrals: referrals, recipients: recipients)
  }

  private func openReferrals(on consent: RecordID, _ records: CaseRecords) -> [RecordID] {
    records.records(of: "referral").filter { record in
      records.given("referral.consent_ref", in: record) == .bytes(consent.bytes)
        && ReferralState(record, records)?.isOpen == true
    }.compactMap(\.id)
  }

  /// In the order in which they were given something, each once.
  private func recipients(on consent: RecordID, _ records: CaseRecords) -> [String] {
    var names: [String] = []
    for record in records.records(of: "release")
    where records.given("release.consent_ref", in: record) == .bytes(consent.bytes) {
      guard let name = records.text("release.released_to", in: record), !names.contains(name)
      else { continue }
      names.append(name)
    }
    return names
  }
}
