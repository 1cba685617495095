import Vault

/// A representative who turns out to be a suspect, or not safe to contact, speaks for nobody from then on
/// (`RepresentativeCheck`), and what they consented to ends in the same act as if it had been withdrawn:
/// copies, referrals and files for other offices stand on the word of a perpetrator. What the person has
/// made their own at 18 goes on.
struct RepresentativeEndRule: FormRule {
  var looksAt: [String] { ConsentEnding.looksAt + RepresentativeCheck.looksAt }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    changes.records.contains { change in
      Self.unfit.contains { name, answer in
        book[name].map { change.fields[$0.id] == .bool(answer) } ?? false
      }
    }
  }

  private static let unfit: [(name: String, answer: ThreeWay)] = [
    ("representative.suspect", .yes), ("representative.safe_to_contact", .no),
  ]

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    let unfit = form.records("representative").filter { $0.change.target != .new }
      .compactMap(\.record.id)
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
