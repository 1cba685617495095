public import Vault

extension Casework {
  /// The form that restrictions are records of.
  public static let restrictionForm = "restriction"

  /// Keeps one field from a role or from an office, because the person asks for it (Law 91/2025 Art. 10(2)). What
  /// goes to the office already ends with it.
  ///
  /// - Parameters:
  ///   - name: of the field, with its entity (`person.phone`).
  ///   - role: nil for an office, whose name stands in the input.
  ///   - input: reason, where one is given; office; paper.
  ///   - card: of the office's vault. An office can be called by another name; what its vault is called stays.
  /// - Throws: `.form` with every fault; `.notRestrictable` for what cannot be kept from anybody; what the
  ///   Vault refuses.
  public func restrict(
    _ name: String, from role: Role?, _ input: FormInput, card: VaultCard? = nil,
    of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> KeptField {
    let field = try restrictable(name)
    var values = try restrictionValues(input, role: role, card)
    func set(_ name: String, _ value: FieldValue) {
      if let field = book["restriction." + name] { values[field.id] = value }
    }
    set("field", .text(field.qualifiedName))
    if let role { set("excluded_role", .text(role.rawValue)) }
    set("entered_at", .dateTime(moment.text))
    let (id, ready) = (try id(of: code), values)
    return try steadily(session) { session throws(CaseworkError) in
      try restrict(field, from: role, ready, id, session)
    }
  }

  private func restrict(
    _ field: FieldDefinition, from role: Role?, _ values: [FieldID: FieldValue], _ id: CaseID,
    _ session: borrowing Session
  ) throws(CaseworkError) -> KeptField {
    var (ending, told) = (OfficeEnding?.none, ConsentEnding())
    if role == nil, let name = book["restriction.excluded_unit"]?.id,
      case .text(let office) = values[name]
    {
      (ending, told) = try self.ending(field, from: office, of: id, session)
    }
    let derived = try derived(from: field, keptFrom: role, values, of: id, session)
    var done = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.restrict(
        field.id, from: role, values, ending: ending, deriving: derived, of: id, as: session)
    }
    done.isFindable = done.isFindable || !isSearched(field.id)
    return KeptField(restricted: done, ending: told)
  }

  /// Lifts one, as the person asks.
  ///
  /// - Throws: what the Vault refuses; `.vault(.noSuchRecord)` where the case has no such restriction.
  public func liftRestriction(
    _ record: RecordID, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> Restricted {
    let id = try id(of: code)
    return try stopping(.restrictionLift, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try liftRestriction(record, id, session)
      }
    }
  }

  private func liftRestriction(
    _ record: RecordID, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> Restricted {
    // When it was entered stays what it was: since when the field is kept.
    let values = [Restriction.liftedField: FieldValue.dateTime(moment.text)]
    let rows = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.restrictions(of: id, as: session)
    }
    if let stop = stopOfLift(record, among: rows) { throw .stopped(stop) }
    let kept = rows.first {
      $0.record == record && $0.isFromSearch && isSearched($0.field)
    }?.field
    // What the person is found by again is read before, so that it comes into the index with the act that lifts it.
    let terms = try kept.flatMap { field throws(CaseworkError) in
      try self.terms(of: id, [field], session)
    }
    let derived = try derived(withoutRestriction: record, among: rows, of: id, session)
    var done = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.liftRestriction(
        record, values, findingBy: terms ?? [], deriving: derived, of: id, as: session)
    }
    // Whom it was kept from reads it only now.
    if let kept, !done.isFindable { done.isFindable = findAgain(by: kept, id, session) }
    done.isFindable = done.isFindable || kept == nil
    return done
  }

  private func isSearched(_ field: FieldID) -> Bool { FindableFields(book).meanings[field] != nil }

  /// The fields that are asked for at the terminal when one is set.
  public func fieldsToRestrict(from role: Role?, by card: Bool = false) -> [FieldDefinition] {
    ["excluded_unit", "reason", "paper_ref"]
      .filter { role == nil && !card || $0 != "excluded_unit" }
      .compactMap { book["restriction." + $0] }
  }

  /// Every restriction of a case, in force or lifted, with the reason as far as this member reads it.
  ///
  /// What goes out to another office asks this before it goes (`CaseRestrictionList.excludes`).
  public func restrictions(
    of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> CaseRestrictionList {
    try restrictions(of: id(of: code), as: session)
  }

  func restrictions(
    of id: CaseID, as session: borrowing Session
  ) throws(CaseworkError) -> CaseRestrictionList {
    let fields = Set(book.fields(ofForm: Self.restrictionForm).map(\.id))
    do {
      let readable = try vault.mayRead(fields, of: id, for: nil, as: session)
      let shown = try vault.read(
        readable.isEmpty ? fields : readable, of: id, for: nil, as: session)
      let rows = try vault.restrictions(of: id, as: session)
      return CaseRestrictionList(rows, shown, book)
    } catch { throw .vault(error) }
  }

  /// - Throws: `.form` for a name that there is not; `.notRestrictable`.
  private func restrictable(_ name: String) throws(CaseworkError) -> FieldDefinition {
    guard let field = book[name] else {
      throw .form([FieldFault(field: name, fault: .unknownField)])
    }
    guard field.fieldClass != .operations, field.entity != Restriction.entity
    else { throw .notRestrictable }
    return field
  }

  /// The answers, checked. Which field and which role stand on the command line, and when it is lifted is
  /// nobody's answer.
  private func restrictionValues(
    _ input: FormInput, role: Role?, _ card: VaultCard?
  ) throws(CaseworkError) -> [FieldID: FieldValue] {
    let checked = try FormReader(
      book: book, forms: [Self.restrictionForm], validation: validation
    ).read(input)
    let asked = fieldsToRestrict(from: role, by: card != nil)
    var faults = checked.values.keys.filter { id in !asked.contains { $0.id == id } }
      .compactMap { book[$0].map { FieldFault(field: $0.name, fault: .notForTyping) } }
    let office = book["restriction.excluded_unit"]
    if role == nil, card == nil, let office {
      if case .text = checked.values[office.id] {
      } else {
        faults.append(FieldFault(field: office.name, fault: .missing))
      }
    }
    guard faults.isEmpty else { throw .form(faults.sorted { $0.field < $1.field }) }
    guard role == nil, let card, let office else { return checked.values }
    return checked.values.merging([office.id: .text(card.names.joined(separator: ", "))]) { $1 }
  }
}
