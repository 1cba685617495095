import Vault

/// A birth date that is learned or put right can say that a consent was never, or is no more, the word of who
/// may give it: a representative's of somebody who is of age, or a child's own (Law 91/2025 Art. 24(2)). Such
/// a consent ends in the same act, with all that was given on it. Where the eighteenth birthday only comes
/// sooner than was thought, the consent goes on until then, and what was given beyond that day ends.
struct BirthDateRule: FormRule {
  var looksAt: [String] { ConsentEnding.looksAt }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(["person.birth_date"]))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    // Intake reads no consent, and has the file no more when a social worker records the first.
    let ofConsents = form.book.ids(Consent.looksAt.filter { $0.hasPrefix("consent.") })
    guard !form.look.readable.isDisjoint(with: ofConsents) else { return }
    // What cannot be seen cannot be ended, and would go on unnoticed.
    try form.requireSight(of: ["consent.giver", "consent.confirmed_at", "consent.entry"])
    let (before, after) = (form.look.records, form.after)
    for record in after.records(of: "consent") {
      guard let id = record.id, let known = Consent(id, in: before) else { continue }
      let consent = Consent(record: record, records: after)
      guard consent.stopOfEnd == nil, !known.isOutgrown(on: form.today) else { continue }
      if consent.isOutgrown(on: form.today) {
        let now = FieldValue.dateTime(form.now.text)
        add(form.end(consent, id, form.book.values(["consent.ended_at": now])), to: &form)
      } else if let last = known.lastDayOfUse, let sooner = consent.lastDayOfUse, sooner < last {
        endCopies(of: consent, id, &form)
      }
    }
  }

  /// The consent stands: nobody has to be told, and it is shared anew up to the birthday.
  private func endCopies(of consent: Consent, _ id: RecordID, _ form: inout CheckedChanges) {
    var ended = form.end(consent, id, [:], telling: false)
    guard !(ended.recipients.isEmpty && ended.referrals.isEmpty) else { return }
    (ended.recipients, ended.offices) = ([], [])
    add(ended, to: &form)
    form.notes.append(
      RuleNote(.copiesEnded, .consentForChildren, names: form.book.named(["person.birth_date"])))
  }

  private func add(_ ended: ConsentEnding, to form: inout CheckedChanges) {
    form.ending = form.ending ?? ConsentEnding()
    form.ending?.add(ended)
  }
}
