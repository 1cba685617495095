import Vault

/// A representative who turns out to be a suspect, or not safe to contact, speaks for nobody from then on
/// (`RepresentativeCheck`), and what they consented to ends in the same act as if it had been withdrawn:
/// copies, referrals and files for other offices stand on the word of a perpetrator. So it is of each whom no lead
/// has confirmed, once the file says that the trafficker was of the family. What the person has made their own
/// at 18 goes on.
struct RepresentativeEndRule: FormRule {
  var looksAt: [String] { ConsentEnding.looksAt + RepresentativeCheck.looksAt }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    Self.saysFamily(changes, book)
      || changes.records.contains { change in
        Self.unfit.contains { name, answer in
          book[name].map { change.fields[$0.id] == .bool(answer) } ?? false
        }
      }
  }

  private static let unfit: [(name: String, answer: ThreeWay)] = [
    ("representative.suspect", .yes), ("representative.safe_to_contact", .no),
  ]

  private static func saysFamily(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    guard let relation = book["identification.trafficker_relation"]?.id else { return false }
    return changes.records.compactMap { $0.fields[relation] }.flatMap(CaseRecords.codes)
      .contains("Familial")
  }

  /// Those of whom the form says it, and of a trafficker of the family those whom nobody has confirmed.
  private static func unfit(_ form: CheckedChanges) -> [RecordID] {
    let named = form.records("representative").filter { $0.change.target != .new }
    guard saysFamily(form.changes, form.book) else { return named.compactMap(\.record.id) }
    let file = form.after
    return file.records(of: "representative").filter {
      file.given("representative.confirmed_by_lead", in: $0) == nil
    }.compactMap(\.id)
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    // The police record what they find and read no consent: whoever does is stopped from giving anew.
    let ofConsents = form.book.ids(Consent.looksAt.filter { $0.hasPrefix("consent.") })
    guard
      !Self.saysFamily(form.changes, form.book)
        || !form.look.readable.isDisjoint(with: ofConsents)
    else { return }
    let unfit = Self.unfit(form)
    guard !unfit.isEmpty else { return }
    // What cannot be seen cannot be ended, and would go on unnoticed.
    try form.requireSight(of: ["consent.giver", "consent.representative_ref", "consent.entry"])
    for consent in Self.standing(of: unfit, form) {
      guard let id = consent.record.id else { continue }
      let now = form.now.text
      let ended = form.end(consent, id, form.book.values(["consent.ended_at": .dateTime(now)]))
      form.ending = form.ending ?? ConsentEnding()
      form.ending?.add(ended)
    }
  }

  /// Consents of these representatives on which something may still stand.
  private static func standing(
    of representatives: [RecordID], _ form: CheckedChanges
  ) -> [Consent] {
    let records = form.look.records
    return records.records(of: "consent").map { Consent(record: $0, records: records) }.filter {
      consent in
      guard case .bytes(let bytes) = records.given("consent.representative_ref", in: consent.record)
      else { return false }
      return consent.isByRepresentative && consent.stopOfEnd == nil && !consent.isConfirmed
        && representatives.contains { $0.bytes == bytes }
    }
  }
}
