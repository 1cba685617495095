import Vault

/// Support that was given or is planned: only what the law has for this category of person, under the law
/// that the file keeps (Law 53/2024 Art. 37; Law 66/2011 Art. 32 where Art. 63 keeps it).
struct SupportRule: FormRule {
  private static let sighted = [
    "case.received_at", "case.former_status", "person.birth_date", "identification.decided_at",
    "support_item.regime",
    "support_item.quantity", "support_item.amount_vnd", "support_item.delivered_at",
    "support_item.planned_for", "support_item.schooling_year",
    "support_item.allowance_application_at", "support_item.insurance_from",
    "support_item.loan_ref", "support_item.training", "identification.decision",
    "stay.stay_from", "stay.stay_to",
  ]

  let looksAt = Self.sighted + LawNote.looksAt + PrincipalRow.looksAt

  /// What makes it another help, or help on another day.
  static let deciding = [
    "support_item.regime", "support_item.delivered_at", "support_item.planned_for",
  ]

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    changes.touches("support_item", book)
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    try form.requireSight(of: Self.sighted)
    let items = form.records("support_item")
    var faults: [FieldFault] = []
    for item in items { faults += Self.faults(of: item.record, form) }
    guard faults.isEmpty else { throw .form(faults) }
    // What was lawful on the day it was given stays so when the category moves on: a correction of
    // anything else is none of the law's business.
    for (change, record) in items { try SupportKind.check(change, record, form) }
    for (change, record) in items where form.changes(Self.deciding, of: change) {
      try form.refuseWithoutSupport(on: Self.day(of: record, form))
      if let stop = LawNote.stop(form.after) { throw .stopped(stop) }
      try checkRight(change, record, &form)
    }
    for (change, record) in items {
      try SupportYears.check(change, record, &form)
      noteWindow(record, &form)
    }
    if form.after.isGiven("identification.decided_at") { form.notes += LawNote.notes(form.after) }
  }

  // MARK: The values

  /// What no paper can say: nothing of something, less than nothing.
  private static func faults(
    of record: CaseRecords.Record, _ form: CheckedChanges
  ) -> [FieldFault] {
    let file = form.after
    var faults: [FieldFault] = []
    func note(_ name: String, _ fault: ValueFault) {
      faults.append(FieldFault(field: "support_item." + name, fault: fault))
    }
    if !file.isGiven("support_item.regime", in: record) { note("regime", .missing) }
    if case .decimal(let text) = file.values("support_item.quantity", in: record).first,
      text.allSatisfy({ $0 == "0" || $0 == "." })
    {
      note("quantity", .notPositive)
    }
    if case .integer(let amount) = file.values("support_item.amount_vnd", in: record).first,
      amount < 0
    {
      note("amount_vnd", .notPositive)
    }
    if let year = file.text("support_item.schooling_year", in: record), !isSchoolYear(year) {
      note("schooling_year", .notASchoolYear)
    }
    // The year runs from the certificate (`SupportYears`), and without one from no day that is known.
    if !file.isGiven("identification.decided_at") || !file.isIdentified,
      let from = file.date("support_item.insurance_from", in: record),
      from.earliest > form.today.adding(months: 12)
    {
      note("insurance_from", .inTheFuture)
    }
    return faults
  }

  /// `2026-2027`: years are counted by it, the first and the next (Decree 162/2025 Art. 24).
  private static func isSchoolYear(_ text: String) -> Bool {
    let years = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      part.utf8.count == 4 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(part) : nil
    }
    guard years.count == 2, let first = years[0], let second = years[1] else { return false }
    return second == first + 1
  }

  /// An application outside its window: the body that decides may turn it down, and whoever records knows why not.
  /// Before the decision too, for the days in which the office decides run from the application.
  private func noteWindow(_ record: CaseRecords.Record, _ form: inout CheckedChanges) {
    let (file, name) = (form.after, "support_item.allowance_application_at")
    if let field = form.book[name], let applied = file.date(name, in: record),
      file.isBeforeDecision(applied.latest)
    {
      form.notes.append(RuleNote(.windowNotBegun, label: field.label, field.citation))
    }
    guard let decided = file.date("identification.decided_at")?.exactDay,
      let rule = form.book.clocks.row(like: "l66_window", in: file, on: decided),
      file.holds(rule.condition),
      let applied = file.date(name, in: record)?.earliest,
      let limit = rule.limit.deadline(from: Moment(startOf: decided), form.book.calendar),
      applied > limit.movedDay
    else { return }
    form.notes.append(
      RuleNote(.windowPassed, label: rule.label, rule.citation, names: [.clock(rule)]))
  }

  /// The day of the help, else that for which it is planned, else today.
  static func day(of record: CaseRecords.Record, _ form: CheckedChanges) -> CalendarDay {
    let names = ["support_item.delivered_at", "support_item.planned_for"]
    return names.lazy.compactMap { form.after.date($0, in: record)?.exactDay }.first ?? form.today
  }

  // MARK: The right

  private func checkRight(
    _ change: RecordChange, _ record: CaseRecords.Record, _ form: inout CheckedChanges
  ) throws(CaseworkError) {
    guard let regime = form.after.code("support_item.regime", in: record) else { return }
    let day = Self.day(of: record, form)
    let recorded = form.look.code("case.person_category")
    // A row of another standing is nobody's: until a lead records the one that holds now, what may be given
    // without any may be given.
    let isOther = recorded.map { form.after.contradicts($0, on: day) } ?? false
    guard let category = recorded, !isOther else {
      guard EntitlementTable.beforeCategory.contains(regime) else {
        throw .stopped(Self.stopBeforeCategory(form.book, isOther ? recorded : nil))
      }
      if change.target == .new { form.mark("support_item.before_category", in: change) }
      return
    }
    let law = form.look.code("case.legal_regime") ?? "L53_2024"
    let rules = form.after.ruleDay(of: day)
    let (held, answer) = form.book.entitlements.answer(
      regime, law, oneOf: form.after.categories(of: category, on: day), on: rules)
    switch answer {
    case .entitled(let right):
      try SupportCondition(right: right, record: record, day: day).check(&form)
    case .notEntitled(let citation):
      throw .stopped(
        form.book.stop(
          held == category ? .notEntitled : .beforeDecision, outside: held, citation, law, rules))
    case .noRow:
      throw .stopped(
        RuleStop(
          .noEntitlements, label: form.book.label(ofCategory: category),
          form.book.entitlements.rows.first { $0.legalRegime == law }?.citation))
    }
  }

  private static func stopBeforeCategory(_ book: RuleBook, _ category: String?) -> RuleStop {
    let names = EntitlementTable.beforeCategory.sorted().compactMap {
      book.name(of: $0, in: "support_item.regime")
    }
    guard let category else {
      return book.stop(.beforeCategory, about: "support_item.before_category", names: names)
    }
    return book.stop(.staleCategory, ofCategory: category, names: names)
  }
}

extension RuleBook {
  /// A regime outside the row of a category; the names are what the row has.
  func stop(
    _ reason: StopReason, outside category: String, _ citation: Citation, _ law: String,
    _ day: RuleDay
  ) -> RuleStop {
    RuleStop(
      reason, label: label(ofCategory: category), citation,
      names: entitlements.rows(law, category, on: day).compactMap {
        name(of: $0.regime, in: "support_item.regime")
      })
  }

  func label(ofCategory code: String) -> RuleLabel? {
    codeLists["person_category"]?[code]?.label
  }
}
