import Vault

extension Casework {
  /// What was derived from a field and is kept from a role with it. Nothing for an office, which has no key here: what
  /// goes out asks of the sources too (`CaseRestrictionList`).
  ///
  /// - Parameter values: of the record of the restriction.
  func derived(
    from field: FieldDefinition, keptFrom role: Role?, _ values: [FieldID: FieldValue],
    of id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> DerivedKeeping {
    var derived = DerivedKeeping()
    guard let role else { return derived }
    let name = book["restriction.field"]?.id
    derived.fields = book.copies(of: field, for: role).map { copy in
      var own = values
      if let name { own[name] = .text(copy.qualifiedName) }
      return DerivedKeeping.Field(copy.id, own)
    }
    guard book.factSources.contains(field.id), Derivation.holdsFacts(role, in: book)
    else { return derived }
    let rows = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.restrictions(of: id, as: session)
    }
    try restate(&derived, without: book.withheld(by: rows).union([field.id]), of: id, session)
    return derived
  }

  /// The facts of a case of which a restriction is lifted.
  func derived(
    withoutRestriction record: RecordID, among rows: [RestrictedField], of id: CaseID,
    _ session: borrowing Session
  ) throws(CaseworkError) -> DerivedKeeping {
    var derived = DerivedKeeping()
    let left = book.withheld(by: rows.filter { $0.record != record })
    if left != book.withheld(by: rows) {
      try restate(&derived, without: left, of: id, session)
    }
    return derived
  }

  /// The facts as they stand without some fields. What whoever restricts does not read is no part of them either: to
  /// leave it would be to leave what was made from it. Whoever may not restrict is refused for that, and not for a look.
  private func restate(
    _ derived: inout DerivedKeeping, without withheld: Set<FieldID>, of id: CaseID,
    _ session: borrowing Session
  ) throws(CaseworkError) {
    let own = book.ids(["restriction.field", "restriction.lifted_at"])
    let may = try CaseworkError.ofVault { () throws(VaultError) in
      try own.isSubset(of: vault.mayWrite(own, to: id, as: session))
    }
    guard may else { return }
    let look = try look(at: id, book.factFields.union(book.clockFields), as: session)
    let unseen = book.factSources.subtracting(look.readable)
    let facts = CaseFacts(look.records, at: moment, without: withheld.union(unseen)).items
    (derived.since, derived.facts) = (look.version, book.recordOfFacts(facts))
  }

  /// A field that is derived from another is free when that is, and not before.
  func stopOfLift(_ record: RecordID, among rows: [RestrictedField]) -> RuleStop? {
    let live = rows.filter { $0.lifted == nil }
    guard let row = live.first(where: { $0.record == record }), let role = row.role
    else { return nil }
    let sources = book.sources(of: row.field).filter { source in
      live.contains { $0.field == source.id && $0.role == role }
    }
    return sources.isEmpty
      ? nil
      : RuleStop(
        .followsSource, .restricted, .withdrawal, names: sources.map(StopName.field))
  }

  /// Figures of one person are shown to nobody: they are for sums, in which nobody is found. Where somebody asks for
  /// them all the same the refusal is an entry.
  func refuseFacts(
    _ form: String?, _ classes: Set<FieldClass>, of id: CaseID, for purpose: Purpose?,
    _ session: borrowing Session
  ) throws(CaseworkError) {
    let isOfForm = form.map { form in
      book.fields(ofForm: form).contains { $0.fieldClass == .facts }
    }
    guard classes.contains(.facts) || isOfForm == true else { return }
    var stop = RuleStop(.onlyCounted, .fieldClass, .ownChoice)
    stop.entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.refuseFacts(of: id, for: purpose, as: session)
    }
    throw .stopped(stop)
  }
}
