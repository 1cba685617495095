public import Vault

extension Casework {
  /// Records a form of a case: whatever is given becomes a new version, the rest stays.
  ///
  /// - Parameters:
  ///   - form: the noun of the command line: person, reception, support, …
  ///   - record: which of many records is corrected; nil for the sole record, or one more.
  /// - Throws: `.form` with every fault of every field, nothing written; `.vault(.denied)` with the
  ///   entry of the refusal.
  public func record(
    _ form: String, _ input: FormInput, of code: CaseCode, correcting record: RecordID? = nil,
    as session: borrowing Session
  ) throws(CaseworkError) -> RecordedForm {
    try self.record(form, input, of: code, correcting: record, act: .of(form), as: session)
  }

  /// - Parameters:
  ///   - act: what it is in the log.
  ///   - page: the entry of the page that answers a request.
  ///   - file: what its record is about, where that is a file.
  func record(
    _ form: String, _ input: FormInput, of code: CaseCode, correcting record: RecordID?,
    act: CaseAct, on page: Int? = nil, attaching file: EvidenceSource? = nil,
    as session: borrowing Session
  ) throws(CaseworkError) -> RecordedForm {
    guard !book.fields(ofForm: form).isEmpty else { throw .noSuchForm }
    let checked = try rightFirst(act, code, session) { () throws(CaseworkError) in
      try FormReader(book: book, forms: [form], validation: validation).read(input)
    }
    var changes = CaseChanges(
      checked.values, book: book, entered: moment, correcting: record)
    changes.makeFindable(book)
    changes.draft = input.draft
    changes.page = page
    guard record == nil || changes.records.count(where: { $0.target != .sole }) == 1 else {
      throw .noSuchRecord
    }
    let id = try id(of: code)
    let (receipt, notes, ending) = try steadily(session) { session throws(CaseworkError) in
      try write(
        form, changes, act, file, isEmpty: checked.values.isEmpty, to: id, session)
    }
    do throws(VaultError) {
      let written = Set(checked.values.keys)
      let readable = try vault.mayRead(written, of: id, for: .careManagement, as: session)
      return RecordedForm(
        entry: receipt.entry, warnings: checked.warnings,
        deposited: classes(of: written.subtracting(readable)), isReadable: !readable.isEmpty,
        notes: notes, records: receipt.records, ending: ending)
    } catch { throw .vault(error) }
  }

  /// What was written, what the rules say of it, and what ended with it.
  private typealias Written = (receipt: Receipt, notes: [RuleNote], ending: ConsentEnding?)

  /// Holds the form against the rules that concern it and records it. Where no rule and no clock looks at
  /// any of it, the case is not looked at either.
  private func write(
    _ form: String, _ changes: CaseChanges, _ act: CaseAct, _ file: EvidenceSource?,
    isEmpty: Bool, to id: CaseID,
    _ session: borrowing Session
  ) throws(CaseworkError) -> Written {
    let rules = FormRules.rules(of: form, for: changes, book)
    // The reason of a closure ends nothing before the closure does.
    let isTimed = !changes.fields.subtracting(book.ids(FileEnd.looksAt))
      .isDisjoint(with: book.clockFields.union(book.factFieldsAtOnce))
    do throws(VaultError) {
      guard !isEmpty, !rules.isEmpty || isTimed else {
        var writing = CaseWriting(
          act, records: changes.records, operations: changes.operations)
        writing.draft = changes.draft
        writing.attaching = file
        return (try vault.write(writing, to: id, as: session), [], nil)
      }
    } catch {
      // The Vault looks first at who asks: whoever may not write here hears that, and no more.
      throw error == .nothingToDo && isEmpty ? .formEmpty : .vault(error)
    }
    return try stopping(act, id, session) { session throws(CaseworkError) in
      try write(changes, rules, act, file, to: id, session)
    }
  }

  private func write(
    _ changes: CaseChanges, _ rules: [any FormRule], _ act: CaseAct, _ file: EvidenceSource?,
    to id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> Written {
    let fields = book.clockFields.union(book.ids(rules.flatMap(\.looksAt) + Self.always))
      .union(book.factFields)
    // Whoever may not write this at all is refused by the Vault, not by a look that they may not have.
    let (mayWrite, sees) = try CaseworkError.ofVault { () throws(VaultError) in
      let mayWrite = changes.fields.isSubset(
        of: try vault.mayWrite(changes.fields, to: id, as: session))
      let seen = try vault.mayRead(fields, of: id, for: .careManagement, as: session)
      return (mayWrite, !seen.isEmpty)
    }
    var writing = CaseWriting(act, records: changes.records, operations: changes.operations)
    (writing.draft, writing.attaching) = (changes.draft, file)
    var (notes, ending) = ([RuleNote](), ConsentEnding?.none)
    if mayWrite {
      // Who seals for others and reads nothing here is held to what the form itself shows.
      let look = sees ? try look(at: id, fields, making: changes, session) : nil
      var form = CheckedChanges(
        changes: changes, look: look ?? CaseLook(unseen: id, book), now: moment)
      try prepare(&form, id, session)
      try FormRules.hold(&form, to: rules)
      if let stop = try stopBySession(form, id, session) { throw .stopped(stop) }
      try holdToPrincipal(&form, session)
      ending = form.ending
      let all = form.changes.records
      reckon(&form)
      try state(form.move, in: &writing)
      writing.restated = form.restated
      (writing.records, writing.operations) = (all, form.changes.operations)
      (writing.since, writing.numbered, notes) = (look?.version, form.numbered, form.notes)
      if let ending {
        writing.end(ending, after: changes.records.count, all, book, try? transferLists())
      }
      notes += lapse(beside: changes, of: form, with: &writing)
    }
    let receipt = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.write(writing, to: id, as: session)
    }
    return (receipt, notes, ending)
  }

  /// What the rules of a form ask for and no look shows; who may not write it at all is told so first.
  private func prepare(
    _ form: inout CheckedChanges, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) {
    form.colleagues = try colleagues(in: form, session)
    form.kept = try keptFromReceivers(of: form, session)
    if let stop = try stopOfDecidedMeasure(form, id, session) { throw .stopped(stop) }
  }

  private func look(
    at id: CaseID, _ fields: Set<FieldID>, making changes: CaseChanges,
    _ session: borrowing Session
  ) throws(CaseworkError) -> CaseLook {
    var look = try look(at: id, fields, as: session)
    look.unrecorded = try unrecorded(changes, look, session)
    return look
  }

  /// Of the kinds of record that the form makes one more of, those of which none stands. Whoever seals for others, as the
  /// police an extension, is shown by nobody that there is nothing yet.
  private func unrecorded(
    _ changes: CaseChanges, _ look: CaseLook, _ session: borrowing Session
  ) throws(CaseworkError) -> Set<UInt16> {
    let made = Set(changes.records.filter { $0.target == .new }.map(\.entity))
    let isHidden = book.fields.contains {
      made.contains($0.entity) && !look.readable.contains($0.id)
    }
    guard isHidden else { return [] }
    return try CaseworkError.ofVault { () throws(VaultError) in
      try vault.unrecorded(made, in: look.id, at: look.version, as: session)
    }
  }

  /// What no form shows, and the Vault or another look has to be asked for.
  private func stopBySession(
    _ form: CheckedChanges, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    if let stop = try stopOfElsewhere(form, id, session) { return stop }
    if let stop = try stopOfWrongRequester(form, id, session) { return stop }
    return try stopOfUndone(form, id, session)
  }

  /// What every look for a rule has: what the case itself says.
  static let always =
    [
      "case.status", "case.legal_regime", "case.person_category", "case.entry_path", "case.due",
      "case.pending", "case.file_kind",
    ] + CaseRecords.ofRuleDay

  /// Brings the list of running clocks up to what the case will be, where this member keeps it.
  func reckon(_ form: inout CheckedChanges) {
    guard let field = book["case.due"], form.look.readable.contains(field.id) else { return }
    let written = form.look.value("case.due")
    let (known, before) = (DueItem.all(in: written), DueCount(in: written))
    let reckoning = DueReckoning(book, readable: form.look.readable)
    var items = reckoning.items(
      form.after, known: known, at: form.now, moved: form.moved, agreed: form.agreed,
      taking: form.retracting.map { .init(record: $0, file: form.look.records) })
    let awaited = reckoning.awaited(by: form, beside: items)
    if !awaited.isEmpty { items = (items + awaited).sorted { $0.isBefore($1) } }
    let isMissed = reckoning.misses(form.changes.fields)
    guard items != known || (isMissed && before != .notYet) else { return }
    let count =
      isMissed ? .notYet : reckoning.seesAll ? DueCount.upTo(form.look.beside) : before
    form.changes.operations[field.id] = DueItem.value(items, counted: count)
  }

  /// What a verb of its own asks for, and `record` does not: how a consent or a request ends.
  private static let askedByVerbs: Set<String> = [
    "consent.withdrawn_at", "consent.reason", "consent.recipients_told_at", "consent.confirmed_at",
    "request.done", "request.answer", "request.refusal", "request.refusal_reason",
    "request.extended_to", "request.extension_reason", "referral.reply",
  ]

  /// The fields of a form that this member may write, in the person's order.
  public func fieldsToAsk(
    _ form: String, of code: CaseCode, as session: borrowing Session
  ) throws(CaseworkError) -> [FieldDefinition] {
    let typed = book.fields(ofForm: form).filter { isAsked($0) || $0.isReasonOfCorrection }
    let id = try id(of: code)
    do {
      let writable = try vault.mayWrite(Set(typed.map(\.id)), to: id, as: session)
      return Self.inOrder(typed.filter { writable.contains($0.id) })
    } catch { throw .vault(error) }
  }

  /// What a verb of its own asks for is no question of a form.
  func isAsked(_ field: FieldDefinition) -> Bool {
    field.isTyped && !field.isReasonOfCorrection
      && !Self.askedByVerbs.contains(field.qualifiedName)
  }

  /// Risk is first what the person says it is, and then a level.
  static func inOrder(_ fields: [FieldDefinition]) -> [FieldDefinition] {
    guard let words = fields.firstIndex(where: { $0.qualifiedName == "protection.risk_own_words" }),
      let level = fields.firstIndex(where: { $0.qualifiedName == "protection.risk_level" }),
      level < words
    else { return fields }
    var fields = fields
    fields.insert(fields.remove(at: words), at: level)
    return fields
  }

  private func classes(of fields: Set<FieldID>) -> [FieldClass] {
    Set(fields.compactMap { book[$0]?.fieldClass }).sorted()
  }
}
