import Vault

/// The two named steps by which the police clock grows: "complex" to at most two months, "prolonged" to at
/// most four in all, each with a reason, each before the limit that it lengthens has passed, and nothing
/// beyond (Law 53/2024 Art. 27(3)).
struct ExtensionRule: FormRule {
  let looksAt = [
    "extension.step", "extension.reason", "extension.until", "extension.decided_at",
    "extension.entered_at", "verification.police_request_at",
    "verification.police_reply_at", "verification.police_reply",
  ]

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    changes.touches("extension", book)
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    try form.requireSight(of: looksAt)
    let records = form.records("extension")
    for (change, record) in records {
      let missing = ["extension.step", "extension.reason"].filter {
        !form.after.isGiven($0, in: record)
      }
      guard missing.isEmpty else {
        throw .stopped(
          form.book.stop(.missing, about: "extension.reason", names: form.book.named(missing)))
      }
      guard form.changes(["extension.step", "extension.until", "extension.decided_at"], of: change)
      else { continue }
      try check(record, form)
    }
  }

  private func check(
    _ record: CaseRecords.Record, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let before = form.look.records
    let step = form.after.code("extension.step", in: record) ?? ""
    guard let asked = form.after.moment("verification.police_request_at") else {
      throw .stopped(
        form.book.stop(
          .missing, about: "extension.step",
          names: form.book.named(["verification.police_request_at"])))
    }
    guard !["victim", "not_victim"].contains(before.code("verification.police_reply") ?? "") else {
      throw .stopped(form.book.stop(.answered, about: "extension.step"))
    }
    guard let rules = Self.rules(step, asked.dayInVietnam, form.after) else { return }
    try checkOrder(step, record, rules.longer, form)
    try checkLater(record, rules.longer, form)
    try checkIsOpen(record, rules.longer, form)
    // By the day of the decision where a paper says it: clocks run from the date on the paper.
    let decided = try decision(record, asked, form)
    if decided != nil || record.id == nil,
      let present = rules.present.limit.deadline(from: asked, form.book.calendar),
      decided ?? form.now >= present.end
    {
      throw .stopped(
        RuleStop(
          .limitPassed, .expired, label: rules.present.label, rules.present.citation,
          names: [.clock(rules.present)] + form.book.named(["identification.decided_at"])))
    }
    try checkUntil(record, asked, rules, form)
  }

  /// The day until which it lengthens does not move on when it is over, whenever the extension was decided: what was
  /// mistyped is taken back and recorded anew, which takes two people. While it runs that takes a reason.
  private func checkIsOpen(
    _ record: CaseRecords.Record, _ rule: ClockRule, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let until = "extension.until"
    guard let id = record.id, let known = form.look.records.record(id, of: "extension"),
      let last = form.look.records.date(until, in: known)?.latest
    else { return }
    // Without a day it lengthens to the longest that the law has.
    guard form.after.date(until, in: record).map({ $0.latest > last }) ?? true else { return }
    guard form.today <= last else {
      throw .stopped(
        RuleStop(
          .limitPassed, .expired, label: rule.label, rule.citation,
          names: [.clock(rule)] + form.book.named(["identification.decided_at"])))
    }
    let reason = form.book.ids(["extension.reason"])
    let isReasoned = form.changes.records.contains { change in
      change.target == .existing(id) && reason.contains { change.fields[$0]?.state == .given }
    }
    guard !isReasoned else { return }
    throw .stopped(
      RuleStop(
        .moveReason, label: rule.label, rule.citation,
        names: form.book.named(["extension.reason"])))
  }

  /// When the extension was decided, where that is recorded: not before it could be asked for.
  private func decision(
    _ record: CaseRecords.Record, _ asked: Moment, _ form: CheckedChanges
  ) throws(CaseworkError) -> Moment? {
    guard let day = form.after.date("extension.decided_at", in: record) else { return nil }
    guard let exact = day.exactDay else {
      throw .form([FieldFault(field: "extension.decided_at", fault: .wholeDateNeeded)])
    }
    guard exact >= asked.dayInVietnam else {
      throw .stopped(
        form.book.stop(
          .tooEarly, about: "extension.decided_at",
          names: form.book.named(["verification.police_request_at"])))
    }
    return Moment(startOf: exact)
  }

  /// The clock that a step makes, and the one that it makes it of, as the file has them for a request of
  /// that day. The police, who do not see when the file was opened, are held to the rows of the day itself; what
  /// they record counts as far as the row of the file goes.
  private static func rules(
    _ step: String, _ day: CalendarDay, _ file: CaseRecords
  ) -> (present: ClockRule, longer: ClockRule)? {
    let clocks = file.book.clocks
    let longer = clocks.rules.first { rule in
      rule.extendedBy.terms.contains(.code("extension.step", oneOf: [step]))
        && clocks.holds(rule, nil, file, on: day)
    }
    guard let longer, let present = longer.extends.flatMap({ clocks[$0] }) else { return nil }
    return (present, longer)
  }

  /// Prolonged comes after complex, and each comes once.
  private func checkOrder(
    _ step: String, _ record: CaseRecords.Record, _ rule: ClockRule, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let file = form.look.records
    let others = file.records(holding: "extension.step").filter { $0.id != record.id }
      .compactMap { file.code("extension.step", in: $0) }
    let isInOrder = !others.contains(step) && (step != "prolonged" || others.contains("complex"))
    guard !isInOrder else { return }
    let next =
      others.contains("complex") ? (others.contains("prolonged") ? nil : "prolonged") : "complex"
    throw .stopped(
      RuleStop(
        .extensionOrder, label: rule.label, rule.citation,
        names: [next.flatMap { form.book.name(of: $0, in: "extension.step") }].compactMap(\.self)))
  }

  /// A limit is prolonged where two months turned out not to be enough (Art. 27(3)). On the day on which a case is
  /// called complex nobody knows that. By the day of the decision, else of what was recorded.
  private func checkLater(
    _ record: CaseRecords.Record, _ rule: ClockRule, _ form: CheckedChanges
  ) throws(CaseworkError) {
    let file = form.after
    let others = file.records(holding: "extension.step").filter {
      $0.id != record.id && form.look.records.record($0.id, of: "extension") != nil
    }
    func day(_ step: String) -> CalendarDay? {
      ([record] + others).first { file.code("extension.step", in: $0) == step }.flatMap { found in
        (file.date("extension.decided_at", in: found)
          ?? file.date("extension.entered_at", in: found))?
          .exactDay
      }
    }
    guard let complex = day("complex"), let prolonged = day("prolonged"), prolonged <= complex
    else { return }
    throw .stopped(
      RuleStop(
        .prolongedTooSoon, label: rule.label, rule.citation,
        names: form.book.named(["extension.decided_at"])))
  }

  private func checkUntil(
    _ record: CaseRecords.Record, _ asked: Moment, _ rules: (present: ClockRule, longer: ClockRule),
    _ form: CheckedChanges
  ) throws(CaseworkError) {
    guard let until = form.after.date("extension.until", in: record) else { return }
    guard let day = until.exactDay else {
      throw .form([FieldFault(field: "extension.until", fault: .wholeDateNeeded)])
    }
    let longest = rules.longer.limit.deadline(from: asked, form.book.calendar)
    let present = rules.present.limit.deadline(from: asked, form.book.calendar)
    if let longest, day > longest.movedDay {
      throw .stopped(
        RuleStop(
          .beyondLimit, label: rules.longer.label, rules.longer.citation,
          names: [.clock(rules.longer)]))
    }
    if let present, day <= present.lastDay {
      throw .stopped(
        RuleStop(
          .notLater, label: rules.longer.label, rules.longer.citation,
          names: [.clock(rules.present)]))
    }
  }
}
