import Vault

/// What a request of the person has to say, and the limits that the program counts for it (Decree 356/2025
/// Art. 5).
struct RequestRule: FormRule {
  var looksAt: [String] { Request.looksAt }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool { true }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    for (change, record) in form.records("request") {
      let records = form.after
      let missing = records.missing(["request.kind", "request.received"], in: record)
      guard missing.isEmpty else {
        throw .stopped(RuleStop(.missing, .state, .requests, names: missing))
      }
      let request = Request(record: record, records: records)
      if let stop = stopOfLater(change, form) { throw .stopped(stop) }
      if asks(change, form.book), !request.isTurnedAway, let stop = request.stopOfRequester {
        throw .stopped(stop)
      }
      if known(change, form)?.isDone != true { try checkAge(change, request, &form) }
      if request.isAnswered, let stop = request.stopOfAnswer { throw .stopped(stop) }
      if let stop = request.stopOfOrder ?? request.stopOfEnd { throw .stopped(stop) }
      if let stop = try stopOfExtension(change, request, form) { throw .stopped(stop) }
      let limits = request.limits
      if let due = limits.acknowledgement?.deadline {
        form.set("request.ack_due", .dateTime(due.end.text)) { $0.target == change.target }
      }
      if let due = limits.answer?.deadline {
        form.set("request.due", .dateTime(due.end.text)) { $0.target == change.target }
      }
    }
  }

  /// Whether the person is a child rests on their birth date: unseen, a parent would ask for ever.
  private func checkAge(
    _ change: RecordChange, _ request: Request, _ form: inout CheckedChanges
  ) throws(CaseworkError) {
    guard request.isByRepresentative else { return }
    try form.requireSight(of: ["person.birth_date", "representative.basis"])
    if request.isTurnedAway { return }
    if let stop = request.stopOfAge(on: form.today) { throw .stopped(stop) }
    guard asks(change, form.book), !form.after.isMinor(on: form.today) else { return }
    form.notes.append(
      RuleNote(
        .representedOfAge, .consentForChildren, names: form.book.named(["request.requester"])))
  }

  /// The request as it stood before; nil of a new one.
  private func known(_ change: RecordChange, _ form: CheckedChanges) -> Request? {
    guard case .existing(let id) = change.target,
      let before = form.look.records.record(id, of: "request")
    else { return nil }
    return Request(record: before, records: form.look.records)
  }

  /// What was asked, when and by whom. The limits are reckoned from it, and the answer goes to who asked.
  private static let asked = ["kind", "received", "requester", "representative_ref"].map {
    "request." + $0
  }

  /// Of a request that stands what was asked stays, as with a consent; of one that was answered everything but
  /// where the paper lies. Of age the person makes their own what a representative asked.
  private func stopOfLater(_ change: RecordChange, _ form: CheckedChanges) -> RuleStop? {
    guard let known = known(change, form) else { return nil }
    let before = known.record.values
    let changed = Set(
      change.fields.filter { field, value in
        before[field].map { $0 != value } ?? (value.state == .given)
      }.keys)
    if known.isDone {
      let later = form.book.ids(["request.paper_ref", "request.entered_at"])
      return changed.isSubset(of: later) ? nil : RuleStop(.requestDone, .state, .requests)
    }
    var fixed = form.book.ids(Self.asked).filter { before[$0]?.state == .given }
    if known.isByRepresentative, !form.after.isMinor(on: form.today),
      form.book["request.requester"].flatMap({ change.fields[$0.id] }) == .text("self")
    {
      fixed.subtract(form.book.ids(["request.requester", "request.representative_ref"]))
    }
    return fixed.isDisjoint(with: changed) ? nil : RuleStop(.requestFixed, .state, .requests)
  }

  /// Whether it is said here who asks; the answer looks at that again.
  private func asks(_ change: RecordChange, _ book: RuleBook) -> Bool {
    book["request.requester"].map { change.fields[$0.id] != nil } ?? false
  }

  /// What a limit is reckoned from: where one of it changes, the extension is looked at again.
  private static let ofLimit = ["request.extended_to", "request.received", "request.kind"]

  /// Once, with its reason, before the limit is over, later than the limit and not beyond what the article
  /// gives.
  private func stopOfExtension(
    _ change: RecordChange, _ request: Request, _ form: CheckedChanges
  ) throws(CaseworkError) -> RuleStop? {
    guard form.changes(Self.ofLimit, of: change) else { return nil }
    let before = request.record.id.flatMap { form.look.records.record($0, of: "request") }
    let given = before.flatMap { form.look.records.given("request.extended_to", in: $0) }
    // Taken back it could be given a second time.
    let extended = request.records.given("request.extended_to", in: request.record)
    guard given == nil || given == extended else {
      return RuleStop(.extendedBefore, .state, .requests)
    }
    guard let wanted = extended else { return nil }
    let missing = request.records.missing(["request.extension_reason"], in: request.record)
    guard missing.isEmpty else { return RuleStop(.missing, .state, .requests, names: missing) }
    // A request of before Decree 356/2025 has no limit that it could lengthen.
    guard let limit = request.limits.plain, let present = limit.deadline else {
      return RuleStop(.noExtension, .state, .requests)
    }
    if given == nil, form.now >= present.end {
      return RuleStop(.limitOver, .expired, limit.rule.citation, names: [.clock(limit.rule)])
    }
    return stop(of: wanted, beyond: limit, present, form)
  }

  private func stop(
    of wanted: FieldValue, beyond limit: CaseClock, _ present: Deadline, _ form: CheckedChanges
  ) -> RuleStop? {
    let rule = form.book.clocks.extensions(of: limit, in: form.after).first { $0.given != nil }
    guard let rule, let longest = rule.limit.deadline(from: limit.start, form.book.calendar),
      let day = CaseRecords.moment(wanted)?.dayInVietnam, day <= longest.lastDay
    else {
      return RuleStop(
        .extensionTooLong, .state, limit.rule.citation, names: rule.map { [.clock($0)] } ?? [])
    }
    return day > present.lastDay
      ? nil
      : RuleStop(.notLater, .state, limit.rule.citation, names: [.clock(limit.rule)])
  }
}
