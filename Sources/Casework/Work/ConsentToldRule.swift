import Vault

/// Whoever was given something on a consent of a representative is told when the person is of age and has not made it
/// their own: from that day on it counts no longer (Law 91/2025 Art. 24(2)). With that nothing more is done on it: open
/// referrals are revoked. The consent itself stands, and the person can still confirm it.
struct ConsentToldRule: FormRule {
  private static let told = "consent.recipients_told_at"
  let looksAt = ConsentEnding.looksAt

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids([Self.told]))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    for (change, record) in form.records("consent")
    where form.changes([Self.told], of: change) && form.after.isGiven(Self.told, in: record) {
      let consent = Consent(record: record, records: form.after)
      guard let id = record.id, !consent.isWithdrawn, !consent.isEnded else { continue }
      guard let first = consent.dayOutgrown, let at = form.after.moment(Self.told, in: record)
      else {
        throw .stopped(RuleStop(.consentFixed, .state, .ownChoice))
      }
      guard at.dayInVietnam >= first else {
        throw .stopped(
          RuleStop(
            .tooEarly, .state, .consentForChildren, names: form.book.named(["person.birth_date"])))
      }
      end(consent, id, &form)
    }
  }

  private func end(_ consent: Consent, _ id: RecordID, _ form: inout CheckedChanges) {
    var ended = form.end(consent, id, [:], telling: false)
    (ended.recipients, ended.offices) = ([], [])
    form.ending = form.ending ?? ConsentEnding()
    form.ending?.add(ended)
  }
}
