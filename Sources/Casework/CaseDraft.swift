import Vault

/// A case that is to be opened, from the values of its first forms or from a row of a register.
struct CaseDraft: Sendable {
  private let book: RuleBook
  private let now: Moment
  /// Told of, and not yet there (design, "Reports and targets").
  private let isReported: Bool
  /// Nobody's file. What is due in it would be asked for in vain.
  private let isCanary: Bool
  private var values: [FieldID: FieldValue]

  /// - Parameter values: sound values of any forms.
  init(
    _ values: [FieldID: FieldValue], isReported: Bool = false, isCanary: Bool = false,
    book: RuleBook, now: Moment
  ) {
    self.book = book
    self.now = now
    self.isReported = isReported
    self.isCanary = isCanary
    self.values = values
  }

  /// - Parameters:
  ///   - owner: who answers for the case from now on.
  ///   - isElse: that is somebody else than who opens it, to be named in the same act.
  func opening(code: CaseCode, owner: MemberID?, isElse: Bool) -> CaseOpening {
    var draft = self
    draft.fillOperations(code, owner)
    draft.fillForms()
    draft.fillCare()
    var changes = draft.changes
    changes.makeFindable(book, isFirst: true)
    var opening = CaseOpening(
      code: code.symbols, operations: changes.operations, records: changes.records,
      owner: isElse ? owner : nil, isMinor: Majority.isMinor(self["person.birth_date"], on: day))
    opening.isCanary = isCanary
    return opening
  }

  /// What the next steps will ask for and nobody has said.
  var missing: [FieldDefinition] {
    var draft = self
    draft.fillArrival()
    let today = now.dayInVietnam
    let kind = draft["case.file_kind"].flatMap { CaseRecords.codes(of: $0).first }
    return CaseGuards(book, on: RuleDay(today, opened: today), kind: kind)
      .missing(in: draft.values)
  }

  /// What of its days cannot be in that order.
  var dateFaults: [FieldFault] {
    var draft = self
    draft.fillArrival()
    let file = CaseRecords([], book: book).applying(
      CaseChanges(draft.values, book: book, entered: now))
    return DateOrder(file).faults { _, _ in true }.map(FieldFault.init)
  }

  /// Whoever was only told of has not arrived; no limit of an arrival runs yet.
  private mutating func fillArrival() {
    if !isReported { setIfNotAnswered("case.received_at", .dateTime(now.text)) }
  }

  /// The day of arrival; today where none is given.
  private var day: CalendarDay {
    guard case .dateTime(let text) = self["case.received_at"], let moment = try? Moment(text) else {
      return now.day
    }
    return moment.day
  }

  private mutating func fillOperations(_ code: CaseCode, _ owner: MemberID?) {
    self["case.case_code"] = .text(code.text)
    self["case.status"] = .text(isReported ? "reported" : "received")
    self["case.opened_at"] = .dateTime(now.text)
    if let owner { self["case.owner"] = .bytes(owner.bytes) }
    fillArrival()
    setIfNotAnswered("case.file_kind", .text("person"))
    // Article 63 keeps the law of 2011 for those who were *identified* before 1 July 2025: nobody
    // is when their file is opened, so that is for whoever knows of a certificate to say.
    setIfNotAnswered("case.legal_regime", .text("L53_2024"))
    for field in book.fields(of: EntityDefinition.caseNumber) where values[field.id] == nil {
      values[field.id] = .absent(.notAsked)
    }
  }

  /// Reception and identity are written with every case, answered or not: that somebody did not
  /// give a name must not show in what is stored.
  private mutating func fillForms() {
    for name in ["reception.reporter_kind", "person.full_name"] {
      setIfNotAnswered(name, self[name] ?? .absent(.notAsked))
    }
  }

  private mutating func fillCare() {
    for one in Derivation.copies { setIfNotAnswered(one.copy, one.value(self[one.source])) }
  }

  /// With the clocks that begin with the arrival. Nothing else is recorded yet, so whoever opens the case can
  /// tell them all.
  private var changes: CaseChanges {
    var changes = CaseChanges(values, book: book, entered: now)
    let file = CaseRecords([], book: book).applying(changes)
    // A canary's too: that it is counted like any other tells nobody that it is one.
    let facts = CaseFacts(file, at: now).items
    if let record = book.recordOfFacts(facts) { changes.records.append(record) }
    guard let due = book["case.due"], !isCanary else { return changes }
    changes.operations[due.id] = DueItem.value(DueReckoning(book).items(file, known: [], at: now))
    return changes
  }

  private mutating func setIfNotAnswered(_ name: String, _ value: FieldValue) {
    if self[name] == nil || self[name] == .absent(.notAsked) { self[name] = value }
  }

  private subscript(name: String) -> FieldValue? {
    get { book[name].flatMap { values[$0.id] } }
    set { if let id = book[name]?.id { values[id] = newValue } }
  }
}
