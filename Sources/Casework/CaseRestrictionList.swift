public import Vault

/// What the person keeps from whom in one case, and the entry of this look at it.
public struct CaseRestrictionList: Equatable, Sendable {
  public let entry: Int
  /// In the order in which they were set.
  public let restrictions: [CaseRestriction]

  /// What a field that is derived from others is derived from.
  private let sources: [FieldID: Set<FieldID>]

  init(_ rows: [RestrictedField], _ shown: Disclosure, _ book: RuleBook) {
    entry = shown.entry
    sources = Derivation.copies.reduce(into: [:]) { found, one in
      guard let copy = book[one.copy] else { return }
      found[copy.id] = Set(book.sources(of: copy.id).map(\.id))
    }
    restrictions = rows.compactMap { row in
      guard let field = book[row.field] else { return nil }
      let values = shown.records.first { $0.id == row.record }?.fields ?? [:]
      func value(_ name: String) -> FieldValue? {
        book["restriction." + name].flatMap { values[$0.id] }
      }
      var office: String?
      if case .text(let text) = value("excluded_unit") { office = text }
      let details = ["excluded_unit", "reason", "entered_at", "lifted_at", "paper_ref"].compactMap {
        name -> PageField? in
        guard let definition = book["restriction." + name], let value = value(name),
          value != .absent(.notAsked)
        else { return nil }
        return PageField(definition: definition, value: value, handle: nil)
      }
      return CaseRestriction(
        record: row.record, field: field, role: row.role, office: office, details: details,
        since: row.since, lifted: row.lifted, isSealed: row.isSealed)
    }
  }

  private var live: [CaseRestriction] { restrictions.filter { $0.lifted == nil } }

  /// What is derived from a field that is kept is kept as well.
  private func isAbout(_ field: FieldID, _ restriction: CaseRestriction) -> Bool {
    restriction.field.id == field || sources[field]?.contains(restriction.field.id) ?? false
  }

  /// Whether the person keeps a field from everybody who has a role.
  public func isRestricted(_ field: FieldID, for role: Role) -> Bool {
    live.contains { isAbout(field, $0) && $0.role == role }
  }

  /// Whether the person keeps a field from an office. Names are typed by people, so case, marks and spaces
  /// do not count; a name that holds the other is taken for it, because to keep something back that may go
  /// is mended by a word, and the other way is not.
  ///
  /// A restriction whose office this member does not read counts against every office.
  public func isRestricted(_ field: FieldID, forOffice office: String) -> Bool {
    live.contains { restriction in
      guard isAbout(field, restriction), restriction.role == nil else { return false }
      return restriction.office.map { OfficeName.isTaken(office, for: $0) } ?? true
    }
  }
}
