import Vault

extension CaseChanges {
  /// Whether a record of this kind changes.
  func touches(_ entity: String, _ book: RuleBook) -> Bool {
    guard let number = book.entity(named: entity)?.number else { return false }
    return records.contains { $0.entity == number }
  }
}

extension CheckedChanges {
  /// Files that take no new support or stay: those of relatives who are protected and no more, and those of
  /// people who are not victims. What was given before such a decision stays, and may still be entered from
  /// its paper (design: "support already given stays"). A file that has ended takes nothing at all
  /// (`OpenFileRule`).
  func refuseWithoutSupport(on day: CalendarDay) throws(CaseworkError) {
    guard look.code("case.file_kind") != "protected_relative" else {
      throw .stopped(book.stop(.relativeFile, about: "support_item.regime"))
    }
    guard look.code("case.status") == "not_identified" else { return }
    let decided = look.records.date("identification.decided_at")
    guard let decided, day <= decided.earliest else {
      throw .stopped(book.stop(.notIdentified, about: "support_item.regime"))
    }
  }

  /// Whether a change makes a new record, or gives one of these fields another value than it had.
  func changes(_ names: [String], of change: RecordChange) -> Bool {
    guard case .existing(let id) = change.target else { return true }
    let before = look.records.records.first { $0.entity == change.entity && $0.id == id }
    return book.ids(names).contains { field in
      change.fields[field].map { $0 != before?.values[field] } ?? false
    }
  }

  /// Marks a new record as given before the category was set.
  mutating func mark(_ name: String, in change: RecordChange) {
    set(name, .bool(.yes)) { $0.target == .new && $0.fields == change.fields }
  }
}
