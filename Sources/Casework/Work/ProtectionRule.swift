import Vault

/// Protection (Law 53/2024 Art. 34, 35; Decree 162/2025 Art. 13): a measure rests on a decision; only a
/// shelter or secrecy may come first, at night, with the decision due in three days (project choice). Who
/// refuses protection says why and signs.
struct ProtectionRule: FormRule {
  let looksAt = [
    "measure.kind", "measure.urgent", "measure.decision_no", "measure.from", "measure.to",
    "refusal.reason", "refusal.undertaking_ref", "refusal.undertaking_place",
    "protection.risk_own_words",
  ]

  static let urgentKinds = ["shelter", "data_secrecy"]

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    ["measure", "refusal", "protection"].contains { changes.touches($0, book) }
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    for (change, record) in form.records("measure") {
      try requireSight(change, form)
      try check(measure: record, change, &form)
    }
    for (change, record) in form.records("refusal") {
      try requireSight(change, form)
      try require(
        ["refusal.reason", "refusal.undertaking_ref", "refusal.undertaking_place"], of: record, form
      )
    }
    noteRisk(&form)
  }

  /// A record that stood before can only be judged by who sees what stands in it.
  private func requireSight(_ change: RecordChange, _ form: CheckedChanges) throws(CaseworkError) {
    if change.target != .new { try form.requireSight(of: looksAt) }
  }

  private func require(
    _ names: [String], of record: CaseRecords.Record, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let missing = names.filter { !form.after.isGiven($0, in: record) }
    guard let first = missing.first else { return }
    throw .stopped(form.book.stop(.missing, about: first, names: form.book.named(missing)))
  }

  // MARK: Measures

  private func check(
    measure record: CaseRecords.Record, _ change: RecordChange, _ form: inout CheckedChanges
  ) throws(CaseworkError) {
    try require(["measure.kind"], of: record, form)
    let file = form.after
    guard file.code("measure.urgent", in: record) == "yes" else {
      return try require(["measure.decision_no"], of: record, form)
    }
    guard Self.urgentKinds.contains(file.code("measure.kind", in: record) ?? "") else {
      let kinds = Self.urgentKinds.compactMap { form.book.name(of: $0, in: "measure.kind") }
      throw .stopped(form.book.stop(.notUrgent, about: "measure.urgent", names: kinds))
    }
    guard !file.isGiven("measure.decision_no", in: record) else { return }
    guard let from = file.date("measure.from", in: record)?.exactDay else {
      throw .form([FieldFault(field: "measure.from", fault: .wholeDateNeeded)])
    }
    // Taken already, for that is what urgent means; from a day ahead no limit would run now.
    guard from <= form.today else {
      throw .form([FieldFault(field: "measure.from", fault: .inTheFuture)])
    }
    try setDecisionDue(from, change, &form)
  }

  /// The day of the clock, so that the person who records it is told, and a list needs no safety field.
  private func setDecisionDue(
    _ from: CalendarDay, _ change: RecordChange, _ form: inout CheckedChanges
  ) throws(CaseworkError) {
    guard let rule = form.book.clocks.row(like: "measure_decision", in: form.after, on: from),
      let deadline = rule.limit.deadline(from: Moment(startOf: from), form.book.calendar)
    else { return }
    // The last minute of the last day: what people write is a day, and 24:00 is the next one's 00:00.
    let due = Moment(seconds: deadline.end.seconds - 60)
    form.set("measure.decision_due_at", .dateTime(due.text)) {
      $0.target == change.target && $0.fields == change.fields
    }
    form.notes.append(RuleNote(.decisionDue, label: rule.label, rule.citation))
  }

  // MARK: Risk

  /// Risk is first what the person says it is; a level beside which nobody asked them is told as such.
  private func noteRisk(_ form: inout CheckedChanges) {
    guard let level = form.book["protection.risk_level"],
      let words = form.book["protection.risk_own_words"], form.look.readable.contains(words.id),
      form.changed("protection").contains(where: { $0.fields[level.id]?.state == .given })
    else { return }
    let answers = form.after.records.compactMap { $0.values[words.id] }
    guard answers.allSatisfy({ $0 == .absent(.notAsked) }) else { return }
    form.notes.append(RuleNote(.ownWords, names: [.field(words)]))
  }
}
