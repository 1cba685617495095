import Vault

/// A form on its way into a case.
struct CheckedChanges {
  var changes: CaseChanges
  /// The case before it.
  let look: CaseLook
  let now: Moment
  /// What the rules have to say of what they let pass.
  var notes: [RuleNote] = []
  /// Who receives the referrals among the changes.
  var colleagues: [MemberID: Recipient.Colleague] = [:]
  /// What the person keeps from whom, where a referral is among the changes and anything is.
  var kept: CaseRestrictionList?
  /// What ends with what is recorded; the changes for it stand behind the form's own.
  var ending: ConsentEnding?
  /// The limits that a correction among the changes moves.
  var move: ClockMove?
  /// The corrections that waited and to which a second person agrees.
  var agreed: [DateCorrection] = []
  /// The entry that goes out of sight.
  var retracting: RecordID?
  /// What is recorded without an entry that goes out of sight, or with one that comes back.
  var rest: CaseRecords?
  /// What people are found by again with one that comes back.
  var returning: [SearchField] = []
  /// A field of the first record that is to hold the number of the entry (`CaseWriting.numbered`).
  var numbered: FieldID?

  var book: RuleBook { look.book }
  var today: CalendarDay { now.dayInVietnam }
  /// The case as it will stand.
  var after: CaseRecords { (rest ?? look.records).applying(changes) }

  /// The changes of one kind of record.
  func changed(_ entity: String) -> [RecordChange] {
    guard let number = book.entity(named: entity)?.number else { return [] }
    return changes.records.filter { $0.entity == number }
  }

  /// The same, each as it will stand with what was recorded before: of a correction the whole record.
  func records(_ entity: String) -> [(change: RecordChange, record: CaseRecords.Record)] {
    changed(entity).map { change in
      var id: RecordID?
      if case .existing(let known) = change.target { id = known }
      let before = look.records.records.first { $0.entity == change.entity && $0.id == id }
      let isNew = change.target == .new
      let values = (isNew ? [:] : before?.values ?? [:]).merging(change.fields) { $1 }
      return (change, CaseRecords.Record(id: id, entity: change.entity, values: values))
    }
  }

  /// Whether this member sees where the file stands.
  var seesStatus: Bool { look.sees(["case.status"]) }

  /// A rule that cannot be looked at does not hold: else a restriction would switch it off, or whoever seals
  /// for others could write what the law does not know.
  ///
  /// What queues need of a case is not asked here, for it cannot be given to anybody: a rule that rests on it
  /// is looked at again at the step. Of a kind of which no record stands there is nothing to be seen.
  func requireSight(of names: [String]) throws(CaseworkError) {
    let hidden = unseen(of: names)
    guard hidden.isEmpty else {
      throw .stopped(
        RuleStop(
          .notSeen, .restricted, label: hidden[0].label, hidden[0].citation,
          names: hidden.map(StopName.field)))
    }
  }

  /// Which of these fields are kept from whoever writes.
  func unseen(of names: [String]) -> [FieldDefinition] {
    names.compactMap { book[$0] }.filter {
      $0.fieldClass != .operations && !look.readable.contains($0.id)
        && !look.unrecorded.contains($0.entity)
    }
  }

  /// Writes a field of the program's into every change of a kind of record.
  mutating func set(_ name: String, _ value: FieldValue, where isMeant: (RecordChange) -> Bool) {
    guard let field = book[name] else { return }
    for index in changes.records.indices
    where changes.records[index].entity == field.entity && isMeant(changes.records[index]) {
      changes.records[index].fields[field.id] = value
    }
  }
}
