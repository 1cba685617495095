public import Vault

/// Requests of the person about their own data (Decree 356/2025 Art. 5).
extension Casework {
  /// What is asked when a request is answered in words, or refused.
  public static let answerFields = [
    "answer", "refusal", "refusal_reason", "done", "identity_check", "safe_answer", "paper_ref",
  ]

  /// Records the answer to a request: that it was carried out, or why not.
  ///
  /// - Parameters:
  ///   - input: done now, where no moment is given.
  ///   - page: what the person is given who asked to see or to have their data.
  public func answer(
    _ request: RecordID, _ input: FormInput, on page: PersonPage? = nil, of code: CaseCode,
    as session: borrowing Session
  ) throws(CaseworkError) -> RecordedForm {
    let checked = try rightFirst(.requestAnswer, code, session) { () throws(CaseworkError) in
      try read(input, naming: Self.answerFields, of: "request")
    }
    let id = try id(of: code)
    let notes = try stopping(.requestAnswer, id, session) {
      session throws(CaseworkError) -> [RuleNote] in
      let form = try requestForm(id, session)
      let open = try open(request, form, adding: checked.values)
      let words = ["request.answer", "request.refusal"]
      guard words.contains(where: { open.records.given($0, in: open.record) != nil }) else {
        let missing = open.records.missing(Array(words.prefix(1)), in: open.record)
        throw .stopped(RuleStop(.missing, .state, .requests, names: missing))
      }
      return open.notesOfAnswer
    }
    var done = input
    if !input.values.keys.contains(where: { ["done", "request.done"].contains($0) }) {
      done.values["request.done"] = .text(moment.text)
    }
    var recorded = try record(
      "request", done, of: code, correcting: request, act: .requestAnswer, on: page?.entry,
      as: session)
    recorded.notes += notes
    return recorded
  }

  /// What the person is given who asked to see their data or to have a copy: whatever this member may read
  /// of their case, who else holds the rest, and who looked. The entry of the print is durable before
  /// anything of it is handed on.
  public func pageForPerson(
    _ request: RecordID, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> PersonPage {
    let id = try id(of: code)
    if let part = try partOfHealth(request, of: code, session) { return part }
    let asker = try stopping(.requestAnswer, id, session) {
      session throws(CaseworkError) -> Request in
      let form = try requestForm(id, session)
      let open = try open(request, form, adding: [:])
      if let stop = open.stopOfAnswer { throw .stopped(stop) }
      guard open.wantsPage else { throw .stopped(open.stop(.refusalOfOtherKind)) }
      return open
    }
    let (classes, others) = try classesOfPerson(id, session)
    let page = try hidingPlaces(
      show(nil, of: code, classes: classes, for: .patientRequest, as: session), id, session)
    var accesses: [ReportedAccess] = []
    let account = try self.accesses(of: code, as: session) { accesses.append($0) }
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.statePrint("request", of: id, ref: page.entry, as: session)
    }
    let isOthers = asker.isByRepresentative
    let shown =
      isOthers ? page.forRepresentative(asker.representative) : (page: page, kept: [])
    let unprinted = Set(shown.kept.map(\.qualifiedName)).union(ReleaseScope.onlyByName)
    return PersonPage(
      data: shown.page.without(ReleaseScope.onlyByName),
      heldByOthers: others.filter { !page.ungiven.contains($0) },
      offPaper: isOthers ? [] : page.given(ReleaseScope.onlyByName),
      keptFromRequester: shown.kept.filter { !ReleaseScope.onlyByName.contains($0.qualifiedName) },
      keptFromMaker: isOthers
        ? []
        : try keptFromMaker(page, classes, id, session).filter {
          !unprinted.contains($0.qualifiedName)
        }, isForRepresentative: isOthers, isPart: false,
      accesses: isOthers ? accesses.compactMap { $0.forRepresentative(book) } : accesses,
      cameFrom: account.cameFrom,
      putBack: vault.putBackEntries, entry: entry)
  }

  /// The open requests in the cases of this member, soonest first: from the operations rows alone.
  public func requests(as session: borrowing Session) throws(CaseworkError) -> DueList {
    let now = moment
    var (lines, closed) = ([DueLine](), 0)
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.list(.requests, as: session) { id, values throws(VaultError) in
        guard let values else {
          closed += 1
          return
        }
        lines += clocks(in: values, of: id, at: now).filter {
          $0.rule?.start?.firstField == "request.received"
        }
      }.entry
    }
    try name(&lines, session)
    return DueList(
      lines: lines.soonestFirst, unopened: closed, entry: entry, noted: 0, uncounted: 0, spoilt: [])
  }

  // MARK: Parts

  /// Whether what ends or answers a request serves somebody who may not act for the person: by `request record` as
  /// by `request answer`. Looked at only where a representative asked.
  func stopOfWrongRequester(
    _ form: CheckedChanges, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    let answers = ["request.answer", "request.refusal", "request.done"]
    let file = form.after
    let isServed = form.records("request").contains { change, record in
      form.changes(answers, of: change)
        && answers.contains { file.given($0, in: record) != nil }
        && Request(record: record, records: file).isByRepresentative
    }
    guard isServed else { return nil }
    let whole = try workForm(id, Request.looksAt + RepresentativeCheck.looksAt, session)
    try whole.requireSight(of: RepresentativeCheck.looksAt)
    let after = whole.look.records.applying(form.changes)
    return form.records("request").lazy.map { Request(record: $0.record, records: after) }
      .compactMap { $0.stopOfWrongRequester(on: form.today) }.first
  }

  /// Who the trafficker was is looked at only where a representative asks.
  private func requestForm(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    let form = try workForm(id, Request.looksAt, session)
    let isAsked = form.look.records.records(of: "request").contains {
      Request(record: $0, records: form.look.records).isByRepresentative
    }
    return isAsked
      ? try workForm(id, Request.looksAt + RepresentativeCheck.looksAt, session) : form
  }

  /// The request as it will stand, where it may still be answered.
  private func open(
    _ request: RecordID, _ form: CheckedChanges, adding values: [FieldID: FieldValue]
  ) throws(CaseworkError) -> Request {
    var form = form
    guard let before = form.look.records.record(request, of: "request") else { throw .noSuchRecord }
    guard !Request(record: before, records: form.look.records).isDone else {
      throw .stopped(RuleStop(.requestDone, .state, .requests))
    }
    form.change("request", request, values)
    let after = form.after
    guard let record = after.record(request, of: "request") else { throw .noSuchRecord }
    let open = Request(record: record, records: after)
    if let stop = open.stopOfWrongRequester(on: form.today) { throw .stopped(stop) }
    return open
  }

  /// The classes of which this member reads anything, and those that only others read. Figures are nobody's
  /// data, and the row of the case itself is shown anyway.
  private func classesOfPerson(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> (own: Set<FieldClass>, others: [FieldClass]) {
    let all = Set(book.fields.filter { $0.fieldClass != .facts }.map(\.id))
    let readable = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.mayRead(all, of: id, for: .patientRequest, as: session)
    }
    let own = Set(readable.compactMap { book[$0]?.fieldClass })
    let others = FieldClass.keyed.filter { $0 != .facts && !own.contains($0) }
    return (own.subtracting([.operations]), others)
  }
}
