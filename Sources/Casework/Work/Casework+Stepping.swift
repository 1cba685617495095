public import Vault

extension Casework {
  /// Moves the legal status on, or asks a second person to agree.
  ///
  /// - Throws: `.stopped` with the rule, its citation and what would make it right, and the entry of the
  ///   refusal.
  public func step(
    _ code: CaseCode, to status: String, as session: borrowing Session
  ) throws(CaseworkError) -> StepOutcome {
    let id = try id(of: code)
    return try stopping(.step, id, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try take(to: status, id, session)
      }
    }
  }

  /// What a step asks for and what is missing; nothing is written but the entry of the look, and what the log holds of
  /// answers to referrals.
  public func checkStep(
    _ code: CaseCode, to status: String, as session: borrowing Session
  ) throws(CaseworkError) -> StepCheck {
    let id = try id(of: code)
    return try stopping(.step, id, session) { session throws(CaseworkError) in
      let desk = try stepDesk(id, to: status, session)
      let rule = try desk.rule(to: status)
      return desk.check(rule)
    }
  }

  func stepDesk(
    _ id: CaseID, to status: String, _ session: borrowing Session
  ) throws(CaseworkError) -> StepDesk {
    let fields = book.stepFields.union(book.clockFields).union(book.ids(Self.always))
      .union(status == "closed" ? book.closingFields : [])
      .union(status == "transferred" ? book.ids(Self.looksAtReferrals) : [])
      .union(book.factFields)
    let standings = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.standings(to: id, as: session)
    }
    var look = try look(at: id, fields, as: session)
    // No file is kept open by a limit that somebody met, and none goes without what lies in the log alone.
    if ["closed", "transferred"].contains(status),
      try hear(DueItem.all(in: look.value("case.due")), of: id, session)
    {
      look = try self.look(at: id, fields, as: session)
    }
    return StepDesk(look: look, now: moment, standings: standings)
  }

  private func take(
    to status: String, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> StepOutcome {
    let desk = try stepDesk(id, to: status, session)
    let rule = try desk.rule(to: status)
    if let stop = desk.stop(rule, by: rule.who) ?? desk.stopUnlessOwner(rule)
      ?? desk.stop(missing: rule)
    {
      throw .stopped(stop)
    }
    var writing = CaseWriting(.step, since: desk.look.version)
    if rule.second.isEmpty {
      fill(&writing, with: moved(rule, desk))
    } else {
      guard let list = book["case.pending"]?.id else { throw .noSuchForm }
      writing.second = .ask(subject: status, list: list)
    }
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.write(writing, to: id, as: session).entry
    }
    return StepOutcome(step: rule, entry: entry, isAnswered: false, notes: desk.notes(rule))
  }

  /// What the step changes in the file.
  func moved(_ rule: StepRule, _ desk: StepDesk) -> CheckedChanges {
    var form = CheckedChanges(changes: CaseChanges(), look: desk.look, now: desk.now)
    func set(_ name: String, _ value: FieldValue) {
      if let field = book[name] { form.changes.operations[field.id] = value }
    }
    set("case.status", .text(rule.to))
    // Closed again before it went on: it still stood where it stood before.
    if rule.to == "closed", rule.from != "reopened" {
      set("case.former_status", .text(rule.from))
    }
    let stamp = rule.to == "closed" ? "closure.closed_at" : "closure.reopened_at"
    if let closure = desk.openClosure(rule), let record = closure.id, let field = book[stamp] {
      form.changes.records.append(
        RecordChange(
          .existing(record), entity: closure.entity, fields: [field.id: .dateTime(desk.now.text)]))
    }
    if let outdated = desk.outdated(by: rule).first {
      let none = desk.outdated(by: rule).map { ($0.id, FieldValue.absent(.notAsked)) }
      form.changes.records.append(
        RecordChange(
          .sole, entity: outdated.entity,
          fields: Dictionary(none, uniquingKeysWith: { first, _ in first })))
    }
    if desk.end(rule)?.endsAll == true { endAll(desk, &form) }
    reckon(&form)
    form.notes = desk.notes(rule)
    return form
  }
}
