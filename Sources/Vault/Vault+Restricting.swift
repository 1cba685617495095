import AuditLog

extension Vault {
  /// Keeps a field of a case from a role, or from an office, as the person asks.
  ///
  /// - Parameters:
  ///   - role: nil for an office, which the record names.
  ///   - values: of the record that the restriction is (`Restriction.entity`).
  ///   - ending: what goes to that office already.
  ///   - derived: what was derived from the field and follows it.
  /// - Throws: `denied`; `changedMeanwhile`; `lastReader` where nobody would be left to read the field; `nothingToDo` where it
  ///   is kept from that role already; `fieldOfAnotherRecord` for what cannot be restricted.
  public func restrict(
    _ field: FieldID, from role: Role?, _ values: [FieldID: FieldValue],
    ending: OfficeEnding? = nil, deriving derived: DerivedKeeping = DerivedKeeping(), of id: CaseID,
    as session: borrowing Session
  ) throws(VaultError) -> Restricted {
    try restricting(Act.restrictionSet, id, session) { writer throws(VaultError) in
      try writer.require([ending?.since, derived.since])
      let ruling = try writer.restrict(field, from: role, values, restating: derived.facts)
      guard case .allowed(var done) = ruling else { return ruling }
      if let ending { done = try writer.end(ending, of: field, done) }
      return .allowed(try writer.follow(derived.fields, from: role, done))
    }
  }

  /// Lifts a restriction.
  ///
  /// - Parameters:
  ///   - values: of its record, with the day since when it is lifted.
  ///   - terms: what the person is found by again, of the field that is lifted; in the index with the same act.
  ///   - derived: the facts as they stand without it. What was restricted with it is lifted with it.
  /// - Throws: `denied`; `noSuchRecord`; `nothingToDo` where it is lifted already.
  public func liftRestriction(
    _ record: RecordID, _ values: [FieldID: FieldValue], findingBy terms: [SearchField] = [],
    deriving derived: DerivedKeeping = DerivedKeeping(), of id: CaseID,
    as session: borrowing Session
  ) throws(VaultError) -> Restricted {
    try restricting(Act.restrictionLift, id, session) { writer throws(VaultError) in
      try writer.require([derived.since])
      let ruling = try writer.lift(record, values, terms, restating: derived.facts)
      guard case .allowed(let done) = ruling else { return ruling }
      return .allowed(try writer.liftFollowers(of: record, values, done))
    }
  }

  private func restricting(
    _ act: String, _ id: CaseID, _ session: borrowing Session,
    _ body: (CaseWriter) throws(VaultError) -> Ruling<Restricted>
  ) throws(VaultError) -> Restricted {
    // Held until this has looked: nobody else does in its place.
    let turn = ErasureSearch()
    turn.begin(self)
    defer { withExtendedLifetime(turn) {} }
    var done = try keepingReader(act, id, session) { session throws(VaultError) in
      try self.act(as: session) { context throws(VaultError) -> Ruling<Restricted> in
        try body(CaseWriter(context, id))
      }
    }
    try sweep(session)
    done.leftover = try clearOverwritten(session)
    return done
  }

  /// What is restricted in a case, and what was: names of fields and roles, and nothing that is sealed.
  ///
  /// No entry is needed: whoever asks has just read something of the case, or is refused it like any look.
  public func restrictions(
    of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> [RestrictedField] {
    let (member, memberKey) = (session.member, session.memberKey)
    return try lookNoting(Act.fieldRead, id, session) { tx throws(VaultError) in
      let gate = gate(tx)
      guard let file = try tx.file(id) else { return [] }
      let excerpts = try gate.liveExcerpts(of: file, for: memberKey, at: now())
      let standings = try gate.standings(
        of: asker(member, memberKey), to: file, holdsExcerpt: !excerpts.isEmpty)
      // In an emergency what is kept of the class that it opens: else silence would be read as "there is none".
      let opened: Set<FieldClass>? =
        gate.refusal(of: standings) == nil
        ? nil : try gate.classesInEmergency(of: asker(member, memberKey), file, at: emergencyTime)
      return try gate.restrictions(of: file).rows.filter { row in
        opened.map { $0.contains { $0 == fields[row.field]?.fieldClass } } ?? true
      }.map { row in
        RestrictedField(
          record: row.record, field: row.field, role: row.role, since: row.since,
          lifted: row.lifted, isSealed: !row.isDue)
      }
    }
  }

  // MARK: The last reader

  /// An act that may not take from the last living reader what only they can open. The refusal is an entry.
  func keepingReader<Value>(
    _ act: String, _ id: CaseID, _ session: borrowing Session,
    _ body: (borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    do {
      return try notingState(act, id, session) { session throws(VaultError) in
        try noting(act, id, session, body)
      }
    } catch .lastReaderWithin(let fieldClass) {
      let entry = try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        context.keyring.beginCase()
        let rec = try context.tx.file(id).flatMap { try? context.pseudonym($0) }
        return .allowed(
          try context.append(act, .denied) { entry in
            entry.why = .state
            entry.rec = rec
            entry.role = context.asker.roles.first?.rawValue
            entry.class = Int(fieldClass.rawValue)
          })
      }
      throw .lastReader(fieldClass, entry: entry)
    }
  }

  // MARK: What is left to do

  /// Cases that one command settles at most; there are few restrictions, and fewer that wait.
  private static let restrictionsSettledAtOnce = 50

  /// Does what waits for somebody who holds a restricted field. Looked for without the write lock: at nearly
  /// every command there is nothing.
  func settleRestrictions(_ session: borrowing Session) throws(VaultError) {
    let (member, keyring, sid) = ((session.member, session.memberKey), session.keyring, session.sid)
    let due = try store.look { tx throws(VaultError) -> [CaseID] in
      let settler = RestrictionSettler(
        context: ActContext(
          vault: self, tx: tx, asker: asker(member.0, member.1), keyring: keyring, sid: sid))
      guard settler.context.asker.roles.contains(where: { !$0.isBlind }) else { return [] }
      var found: [CaseID] = []
      for key in try tx.unsettledRestrictions(for: settler.context.asker.roles)
      where found.count < Self.restrictionsSettledAtOnce {
        if let file = try tx.file(key: key), try settler.isDue(file) { found.append(file.id) }
      }
      return found
    }
    for id in due { try settleRestrictions(of: id, session) }
  }

  /// Each case by itself: where something of it does not open, it is left as it was, and no command on
  /// another case may wait for it.
  private func settleRestrictions(
    of id: CaseID, _ session: borrowing Session
  ) throws(VaultError) {
    do {
      try act(as: session) { context throws(VaultError) -> Ruling<Void> in
        try RestrictionSettler(context: context).settle(id)
        return .allowed(())
      }
    } catch {
      guard error.isAlteration else { throw error }
    }
  }
}
