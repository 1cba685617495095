import Vault

/// What a form has to meet in the light of the whole case before it is recorded, and what the program adds
/// to it. The rules of one form are one type; all of them stand in `FormRules.all`.
protocol FormRule: Sendable {
  /// The fields of the case that it looks at, by `entity.field`.
  var looksAt: [String] { get }

  /// Whether the rule has anything to say of these changes; the case is looked at only then.
  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool

  /// Holds the form against the case, and fills in what the program writes.
  ///
  /// - Throws: `.stopped` with the rule and what would make it right.
  func check(_ form: inout CheckedChanges) throws(CaseworkError)
}

/// A form on its way into a case.
struct CheckedChanges {
  var changes: CaseChanges
  /// The case before it.
  let look: CaseLook
  let now: Moment
  /// A field of the first record that is to hold the number of the entry (`CaseWriting.numbered`).
  var numbered: FieldID?

  var book: RuleBook { look.book }
  var today: CalendarDay { now.dayInVietnam }
  /// The case as it will stand.
  var after: CaseRecords { look.records.applying(changes) }

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

  /// Writes a field of the program's into every change of a kind of record.
  mutating func set(_ name: String, _ value: FieldValue, where isMeant: (RecordChange) -> Bool) {
    guard let field = book[name] else { return }
    for index in changes.records.indices
    where changes.records[index].entity == field.entity && isMeant(changes.records[index]) {
      changes.records[index].fields[field.id] = value
    }
  }
}

/// The rules of each form.
enum FormRules {
  static let all: [String: [any FormRule]] = [
    "consent": [ConsentRule(), ConsentByRepresentativeRule()],
    "referral": [ReferralRule()],
    "request": [RequestRule(), RequestByRepresentativeRule()],
  ]

  static func rules(of form: String, for changes: CaseChanges, _ book: RuleBook) -> [any FormRule] {
    (all[form] ?? []).filter { $0.concerns(changes, book) }
  }
}
