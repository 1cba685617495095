public import Vault

/// Something was written into the wrong file (design, "Wrong case"): out of sight at once for everybody, and destroyed
/// when a second person agrees; else it comes back.
extension Casework {
  /// Takes an entry out of sight, and asks somebody else to have it destroyed.
  ///
  /// - Parameter name: of the record, as `show` names it; of a kind that stands once in a file, the kind's.
  /// - Throws: `.noSuchRecord`; `.stopped` with what rests on it.
  public func retract(
    _ name: String, of code: CaseCode, because reason: Code, as session: borrowing Session
  ) throws(CaseworkError) -> RetractionAsk {
    let id = try id(of: code)
    return try stopping(.retract, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try retract(name, id, reason, session)
      }
    }
  }

  private func retract(
    _ name: String, _ id: CaseID, _ reason: Code, _ session: borrowing Session
  ) throws(CaseworkError) -> RetractionAsk {
    try checkAsks(id, session)
    if let hidden = try outOfSight(name, id, session) {
      return try retractAnew(hidden, id, reason, session)
    }
    let (look, shown) = try lookForRetraction(id, session)
    let found = shown.first { record in
      guard let wanted = PageRecord.id(named: name) else {
        return book.entity(named: name).map { !$0.isMany && $0.number == record.entity } ?? false
      }
      return record.id == wanted
    }
    guard let found, let entity = book.entity(found.entity),
      let record = look.records.records.first(where: { isSame($0, found, entity) }),
      let list = book["case.pending"]?.id
    else { throw .noSuchRecord }
    var form = CheckedChanges(changes: CaseChanges(), look: look, now: moment)
    form.rest = CaseRecords(
      look.records.records.filter { !isSame($0, found, entity) }, book: book)
    if let stop = RetractionRule(form: form, record: record, id: found.id).stop {
      throw .stopped(stop)
    }
    form.retracting = found.id
    reckon(&form)
    let part = ErasedPart.record(found.id, kind: entity.number)
    var writing = CaseWriting(.retract, since: look.version)
    fill(&writing, with: form)
    writing.second = .ask(subject: ErasureSubject(reason.code, part).text, list: list)
    (writing.kind, writing.retracting) = (reason.code, found.id)
    // Whoever was given a copy reads it no more.
    writing.ending = .holding(found.id)
    let entry = try write(writing, to: id, session)
    return RetractionAsk(
      reason: reason, record: found.id, entity: entity,
      giver: vault.giver(ofErasing: part), entry: entry)
  }

  // MARK: Asked for anew

  /// An entry that waits out of sight, by its name: that of a kind is the one in sight.
  private func outOfSight(
    _ name: String, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> HiddenRecord? {
    guard let record = PageRecord.id(named: name) else { return nil }
    return try CaseworkError.ofVault { () throws(VaultError) in
      try vault.outOfSight(of: id, for: .careManagement, as: session)
        .first { $0.record == record }
    }
  }

  /// Nobody agrees to what somebody asked for who has left, nor to what a restore brought without its ask: whoever asks
  /// anew takes their place.
  private func retractAnew(
    _ hidden: HiddenRecord, _ id: CaseID, _ reason: Code, _ session: borrowing Session
  ) throws(CaseworkError) -> RetractionAsk {
    guard let entity = book.entity(hidden.kind), let list = book["case.pending"]?.id
    else { throw .noSuchRecord }
    let look = try look(at: id, book.ids(Self.always), as: session)
    let part = ErasedPart.record(hidden.record, kind: hidden.kind)
    var writing = CaseWriting(.retract, since: look.version)
    writing.second = .ask(subject: ErasureSubject(reason.code, part).text, list: list)
    (writing.kind, writing.retracting) = (reason.code, hidden.record)
    writing.ref = hidden.entry
    let entry = try write(writing, to: id, session)
    return RetractionAsk(
      reason: reason, record: hidden.record, entity: entity,
      giver: vault.giver(ofErasing: part), entry: entry)
  }

  /// The owner or a lead (design, "Two people").
  private func checkAsks(_ id: CaseID, _ session: borrowing Session) throws(CaseworkError) {
    let standings = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.standings(to: id, as: session)
    }
    guard standings.contains(where: { $0.role == .lead || $0.relation == .owner }) else {
      throw .stopped(book.stop(.otherRole, about: "case.pending", .role, names: [.role(.lead)]))
    }
  }

  private func isSame(
    _ record: CaseRecords.Record, _ shown: DisclosedRecord, _ entity: EntityDefinition
  ) -> Bool {
    record.entity == shown.entity && (!entity.isMany || record.id == shown.id)
  }

  /// What is recorded, as far as this member sees it, and which records there are.
  ///
  /// - Parameter record: one that is out of sight and is looked at all the same.
  private func lookForRetraction(
    _ id: CaseID, retracted record: RecordID? = nil, _ session: borrowing Session
  ) throws(CaseworkError) -> (look: CaseLook, shown: [DisclosedRecord]) {
    let (readable, shown, withheld) = try CaseworkError.ofVault { () throws(VaultError) in
      let all = try vault.mayRead(
        Set(book.fields.map(\.id)), of: id, for: .careManagement, as: session)
      var asked = RetractionRule.looksAt(book).union(book.clockFields).union(book.factFields)
        .union(book.ids(Self.always))
      if record != nil { asked.formUnion(FindableFields(book).meanings.keys) }
      // Of every kind of record one field, of the least guarded class: that it is there.
      for entity in book.entities where entity.name != "facts" {
        let own = book.fields(of: entity.number).filter { all.contains($0.id) }
        if let least = own.min(by: { ($0.fieldClass, $0.id) < ($1.fieldClass, $1.id) }) {
          asked.insert(least.id)
        }
      }
      let readable = asked.intersection(all)
      return (
        readable,
        try vault.read(
          readable.isEmpty ? asked : readable, of: id, for: .careManagement, retracted: record,
          as: session),
        book.withheld(by: try vault.restrictions(of: id, as: session))
      )
    }
    let look = CaseLook(
      id: id, records: records(in: shown), version: shown.version, entry: shown.entry,
      readable: readable, beside: shown.beside, withheld: withheld)
    return (look, shown.records)
  }

  // MARK: Brought back

  /// Nothing is destroyed: it comes into sight again, and counts again for every limit and figure.
  func returned(
    _ asked: WaitingAsk, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    if !asked.isOwn, let stop = try stopUnless(.lead, session) { throw .stopped(stop) }
    guard case .record(let id, let kind) = asked.erasure?.part, let entity = book.entity(kind)
    else { throw .vault(.nothingAsked) }
    let (look, shown) = try lookForRetraction(asked.id, retracted: id, session)
    let all = look.records.records
    let own = shown.first { $0.id == id }
    let others = all.filter { record in own.map { !isSame(record, $0, entity) } ?? true }
    // What stands once in a file was recorded anew meanwhile: the two would be one.
    guard entity.isMany || shown.count(where: { $0.entity == kind }) < 2 else {
      throw .stopped(RuleStop(.recordedSince, .state, label: entity.label, .ownChoice))
    }
    var form = CheckedChanges(
      changes: CaseChanges(),
      look: CaseLook(
        id: asked.id, records: CaseRecords(others, book: book), version: look.version,
        entry: look.entry, readable: look.readable, beside: look.beside,
        withheld: look.withheld), now: moment)
    form.rest = look.records
    reckon(&form)
    let findable = FindableFields(book)
    form.returning = (own?.fields ?? [:]).sorted { $0.key < $1.key }.compactMap { field, value in
      findable.terms(of: value, in: field).map {
        SearchField(record: id, field: field, terms: $0)
      }
    }
    return form
  }
}
