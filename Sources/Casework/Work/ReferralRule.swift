import Vault

/// What a referral has to say while it is drafted: to whom, what for, which fields, and on what basis. The
/// basis is held against the file here and again when it is sent.
struct ReferralRule: FormRule {
  var looksAt: [String] {
    Consent.looksAt + RepresentativeCheck.looksAt + Referral.looksAt + ReleaseCheck.looksAt
  }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    changes.records.contains { $0.entity == book.entity(named: "referral")?.number }
  }

  private static let required = ["referral_to", "purpose", "fields"].map { "referral." + $0 }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    for (change, record) in form.records("referral") {
      if change.target != .new, let stop = try stopOfLater(change, record, form) {
        throw .stopped(stop)
      }
      noteLater(change, record, &form)
      guard change.target == .new || isDraft(record, form) else { continue }
      let records = form.after
      let missing = records.missing(Self.required, in: record)
      guard missing.isEmpty else {
        throw .stopped(RuleStop(.missing, .state, .nonDisclosure, names: missing))
      }
      let referral = Referral(record: record, records: records)
      let release = try referral.release(to: form.colleagues)
      let unfounded = try ReleaseCheck(records: records, today: form.today).stop(release)
      if let stop = ReferralReach(release, form).stop ?? unfounded { throw .stopped(stop) }
      fill(&form, change.target, referral)
      noteAgreement(referral, &form)
    }
  }

  /// A transfer by consent needs an agreement with the recipient, but where the person asked for it (Decree
  /// 356/2025 Art. 7(1), 7(6)). Told: whether the recipient acts under a law of its own no field says.
  private func noteAgreement(_ referral: Referral, _ form: inout CheckedChanges) {
    let (file, field) = (form.after, form.book["referral.agreement_ref"])
    guard case .consent = referral.basis, let field,
      file.given("referral.agreement_ref", in: referral.record) == nil,
      file.given("referral.written_request_ref", in: referral.record) == nil
    else { return }
    form.notes.append(RuleNote(.agreement, field.citation, names: [.field(field)]))
  }

  private func isDraft(_ record: CaseRecords.Record, _ form: CheckedChanges) -> Bool {
    ReferralState(record, form.look.records) == .draft
  }

  /// What may still be added once it was sent.
  private static let later = ["reply", "paper_ref", "agreement_ref", "entered_at"]

  /// A reply that came on paper may be recorded after the referral went out; nothing else changes then.
  private func stopOfLater(
    _ change: RecordChange, _ record: CaseRecords.Record, _ form: CheckedChanges
  ) throws(CaseworkError) -> RuleStop? {
    guard let state = ReferralState(record, form.look.records) else { throw .noSuchRecord }
    guard state != .draft else { return nil }
    let allowed = form.book.ids(Self.later.map { "referral." + $0 })
    return allowed.isSuperset(of: change.fields.keys)
      ? nil : state.stop(to: .draft, form.book)
  }

  /// Nothing that is added is sent after it, nor is it an answer in itself: that it was done is said by its own command.
  private func noteLater(
    _ change: RecordChange, _ record: CaseRecords.Record, _ form: inout CheckedChanges
  ) {
    let state = ReferralState(record, form.look.records)
    guard change.target != .new, state != .draft else { return }
    let added = form.book.ids(Self.later.map { "referral." + $0 }).intersection(change.fields.keys)
    form.notes.append(
      RuleNote(
        .referralOut,
        names: added.sorted().compactMap { form.book[$0] }.filter(\.isTyped).map(StopName.field)))
  }

  private func fill(
    _ form: inout CheckedChanges, _ target: RecordChange.Target, _ referral: Referral
  ) {
    form.set("referral.state", .text("draft")) { $0.target == target }
    let basis = BasisOnRecord(referral.basis, referral.records)
    form.set("referral.basis", .text(basis.code)) { $0.target == target }
    if let citation = basis.citation {
      form.set("referral.citation", .text(citation)) { $0.target == target }
    }
  }
}
