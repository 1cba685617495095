public import Vault

extension Casework {
  /// A page, and what one look at it and beside it saw.
  ///
  /// - Parameter names: fields that are looked at for what follows from them, as far as this member may
  ///   read them, and that do not stand on the page.
  func show(
    _ form: String?, of code: CaseCode, classes: Set<FieldClass>, beside names: [String],
    for purpose: Purpose?, as session: borrowing Session
  ) throws(CaseworkError) -> (page: CasePage, records: CaseRecords) {
    let scope = try scope(form, classes)
    let id = try id(of: code)
    try refuseFacts(form, classes, of: id, for: purpose, session)
    do {
      let asked = try fieldsToRead(scope, classes, id, purpose, session)
      let beside = try vault.mayRead(book.ids(names), of: id, for: purpose, as: session)
      let shown = try vault.read(asked.union(beside), of: id, for: purpose, as: session)
      // Of the case itself: whatever could be asked for, in any form.
      let hidden = Set(
        (form == nil ? book.fields : scope).filter { isHidden($0, classes) }.map(\.id))
      let could = try vault.mayRead(hidden, of: id, for: purpose ?? .careManagement, as: session)
      let ungiven = try ungiven(
        hidden.union(scope.map(\.id)), of: id, for: purpose, session)
      let outgrown = try outgrown(Set(scope.map(\.id)), of: id, for: purpose, session)
      let told = ungiven + outgrown.map(\.fieldClass)
      let sealed =
        form == nil
        ? [] : self.sealed(in: scope, from: asked.union(could)).filter { !told.contains($0) }
      let records = records(in: shown)
      let taken = try takenBack(in: form, id, purpose, session)
      let page = try page(
        code, shown, only: asked, restricted: could, sealed: sealed,
        kept: kept(in: form, id, session),
        age: form == nil ? .some(ComingOfAge(records, on: moment.dayInVietnam)) : nil,
        names: handles(in: shown, session)
      ).telling(of: taken).telling(
        of: ungiven, unreadSince: ungiven.isEmpty ? nil : vault.unreadSince(id)
      ).telling(of: outgrown)
      guard form == nil || form == "support" else { return (page, records) }
      let ruled = rules(of: records).map(page.telling) ?? page
      guard form == nil else { return (ruled, records) }
      let count = book["case.due"].map { DueCount(in: shown.operations[$0.id]) }
      let glass = ruled.telling(of: try emergencies(of: id, code, session))
      return (
        glass.telling(of: try vault.drafts(of: id, as: session))
          .telling(of: count?.doubt(shown.beside)), records
      )
    } catch { throw .vault(error) }
  }

  /// What tells one file from another before the first question: sex, birth and day of arrival, as
  /// far as this member sees them (design, "Wrong case").
  public func glance(
    of code: CaseCode, for purpose: Purpose?, as session: borrowing Session
  ) throws(CaseworkError) -> CasePage {
    let names = [
      "case.received_at", "person.sex", "person.birth_date", "care.care_sex",
      "care.care_birth_year",
    ]
    let fields = Set(names.compactMap { book[$0]?.id })
    let id = try id(of: code)
    do {
      let readable = try vault.mayRead(fields, of: id, for: purpose, as: session)
      let shown = try vault.read(
        readable.isEmpty ? fields : readable, of: id, for: purpose, as: session)
      return page(
        code, shown, only: fields, restricted: [], sealed: [], kept: [], age: nil, names: [:])
    } catch { throw .vault(error) }
  }

  /// Nil for who does not see when the file was opened.
  private func rules(of records: CaseRecords) -> CaseRules? {
    records.opened.map { CaseRules(adopted: vault.rulesAdopted, day: $0) }
  }

  /// What was disclosed, as a page of these fields and nothing beside them.
  func page(of shown: Disclosure, only fields: Set<FieldID>, _ code: CaseCode) -> CasePage {
    page(
      code, shown, only: fields, restricted: [], sealed: [], kept: [], age: nil, names: [:])
  }

  // MARK: What is asked for

  private func scope(
    _ form: String?, _ classes: Set<FieldClass>
  ) throws(CaseworkError) -> [FieldDefinition] {
    if let form {
      let fields = book.fields(ofForm: form)
      guard !fields.isEmpty else { throw .noSuchForm }
      return fields
    }
    let guards = CaseGuards.names(in: book)
    return book.fields.filter {
      $0.entity == EntityDefinition.caseNumber || guards.contains($0.qualifiedName)
        || $0.entityName == "link" || classes.contains($0.fieldClass)
    }
  }

  func isHidden(_ field: FieldDefinition, _ classes: Set<FieldClass>) -> Bool {
    field.fieldClass.isRestricted && !classes.contains(field.fieldClass)
  }

  /// Where classes were named and none of their fields may be read, those are asked for: a refusal
  /// must not hide behind the rest of the form.
  func fieldsToRead(
    _ scope: [FieldDefinition], _ classes: Set<FieldClass>, _ id: CaseID, _ purpose: Purpose?,
    _ session: borrowing Session
  ) throws(VaultError) -> Set<FieldID> {
    let open = scope.filter { !isHidden($0, classes) }
    let named = Set(open.filter { classes.contains($0.fieldClass) }.map(\.id))
    let readable = try vault.mayRead(Set(open.map(\.id)), of: id, for: purpose, as: session)
    if !named.isEmpty && readable.isDisjoint(with: named) { return named }
    return readable.isEmpty ? Set((open.isEmpty ? scope : open).map(\.id)) : readable
  }

  /// Classes of a form of which this member sees nothing, now or on asking.
  private func sealed(
    in scope: [FieldDefinition], from seen: Set<FieldID>
  ) -> [FieldClass] {
    let open = Set(scope.filter { seen.contains($0.id) }.map(\.fieldClass))
    return Set(scope.map(\.fieldClass)).subtracting(open).sorted()
  }

  /// What is restricted in a form, or in the whole case: the names of the fields alone.
  private func kept(
    in form: String?, _ id: CaseID, _ session: borrowing Session
  ) throws(VaultError) -> [FieldDefinition] {
    let live = try vault.restrictions(of: id, as: session).filter { $0.lifted == nil }
    return Set(live.map(\.field)).sorted().compactMap { book[$0] }
      .filter { form == nil || $0.form == form }
  }

  /// What was taken back and waits, of a form or of the whole case.
  func takenBack(
    in form: String?, _ id: CaseID, _ purpose: Purpose?, _ session: borrowing Session
  ) throws(VaultError) -> [HiddenEntry] {
    try vault.outOfSight(of: id, for: purpose ?? .careManagement, as: session).compactMap { one in
      guard let entity = book.entity(one.kind),
        form == nil || book.fields(of: one.kind).contains(where: { $0.form == form })
      else { return nil }
      return HiddenEntry(entity: entity, hidden: one)
    }
  }

  // MARK: The page

  /// Lists of the program's own, which a page tells in its own way.
  private static let lists: Set<String> = [
    "case.due", "case.pending", "case.transfer", "case.rules_from",
  ]

  /// - Parameter age: nil for a page of one form; of a whole case what its eighteenth birthday brings, if
  ///   anything.
  private func page(
    _ code: CaseCode, _ shown: Disclosure, only asked: Set<FieldID>, restricted: Set<FieldID>,
    sealed: [FieldClass], kept: [FieldDefinition], age: ComingOfAge??, names: [[UInt8]: String]
  ) -> CasePage {
    // In the order of the rule book; records of one kind in the order in which they were made.
    let sorted = shown.records.enumerated().sorted {
      ($0.element.entity, $0.offset) < ($1.element.entity, $1.offset)
    }
    let records = sorted.map(\.element).compactMap { record -> PageRecord? in
      let values = record.fields.filter { asked.contains($0.key) }
      guard !values.isEmpty, let entity = book.entity(record.entity),
        !isBlank(values, of: entity)
      else { return nil }
      return PageRecord(id: record.id, entity: entity, fields: fields(values, names))
    }
    let operations = fields(shown.operations.filter { asked.contains($0.key) }, names).filter {
      !Self.lists.contains($0.definition.qualifiedName)
    }
    let all = operations + records.flatMap(\.fields)
    let guards = age == nil ? [] : missing(in: all, shown.operations, readable: asked)
    let isCategoryDue =
      age.map { $0?.isCategoryDue == true || isOtherCategory(shown.operations) } ?? false
    let category = isCategoryDue ? [book["case.person_category"]].compactMap(\.self) : []
    return CasePage(
      code: code, entry: shown.entry, fields: operations, records: records,
      restricted: Set(restricted.compactMap { book[$0]?.fieldClass }).sorted(),
      sealed: sealed, kept: kept,
      clocks: age == nil ? [] : clocks(in: shown.operations, at: moment),
      pending: age == nil ? [] : pending(in: shown.operations),
      missing: guards + category.filter { !guards.contains($0) }, age: age ?? nil
    ).telling(of: age == nil ? [] : next(in: all, shown.operations, readable: asked))
  }

  /// What the file goes on with, by the rules that it keeps, and what is missing for it. A file that was opened as an
  /// arrival is asked what an arrival is before it goes on.
  private func next(
    in all: [PageField], _ operations: [FieldID: FieldValue], readable: Set<FieldID>
  ) -> [NextStep] {
    let seen = Dictionary(
      all.map { ($0.definition.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    func value(_ field: FieldDefinition) -> FieldValue? {
      seen[field.id] ?? (readable.contains(field.id) ? .absent(.notAsked) : nil)
    }
    let file = CaseRecords(
      [CaseRecords.Record(id: nil, entity: EntityDefinition.caseNumber, values: operations)],
      book: book)
    let day = file.ruleDay(of: moment.dayInVietnam)
    return book.steps.onward(of: file, on: day).map { step in
      let arrival =
        step.from == "received" && step.to != "closed"
        ? book.steps.step(from: "reported", to: step.from, on: day) : nil
      let guards = CaseGuards(book, of: [arrival, step].compactMap(\.self))
      return NextStep(rule: step, missing: guards.missing(value), unseen: guards.unseen(value))
    }
  }

  /// What the steps after reception ask for by the rules that the file keeps. Of a form that nobody wrote yet nothing
  /// stands, and it is missing all the same.
  private func missing(
    in all: [PageField], _ operations: [FieldID: FieldValue], readable: Set<FieldID>
  ) -> [FieldDefinition] {
    let seen = Dictionary(
      all.map { ($0.definition.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    let file = CaseRecords(
      [CaseRecords.Record(id: nil, entity: EntityDefinition.caseNumber, values: operations)],
      book: book)
    return CaseGuards(
      book, on: file.ruleDay(of: moment.dayInVietnam), kind: file.code("case.file_kind")
    ).missing { field in
      seen[field.id] ?? (readable.contains(field.id) ? .absent(.notAsked) : nil)
    }
  }

  /// Whether a category stands that does not fit where the file does.
  private func isOtherCategory(_ operations: [FieldID: FieldValue]) -> Bool {
    let file = CaseRecords(
      [CaseRecords.Record(id: nil, entity: EntityDefinition.caseNumber, values: operations)],
      book: book)
    return file.isCategoryDue(standing: file.standing)
  }

  /// A record of a kind that can stand many times, in which nobody was ever asked anything: an import
  /// makes one so that its absence cannot be seen, and there is nothing in it to show.
  private func isBlank(_ values: [FieldID: FieldValue], of entity: EntityDefinition) -> Bool {
    let stamp = book[entity.name + ".entered_at"]?.id
    return entity.isMany
      && values.allSatisfy { $0.key == stamp || $0.value == .absent(.notAsked) }
  }

  private func fields(
    _ values: [FieldID: FieldValue], _ names: [[UInt8]: String]
  ) -> [PageField] {
    values.sorted { $0.key < $1.key }.compactMap { id, value in
      guard let definition = book[id] else { return nil }
      var handle: String?
      if case .bytes(let bytes) = value { handle = names[bytes] }
      // As where a lead takes the case from them: who was suspended answers for nothing any more.
      if definition.qualifiedName == "case.owner", case .bytes(let bytes) = value,
        let owner = MemberID(bytes: bytes), !vault.answers(owner)
      {
        return PageField(definition: definition, value: .absent(.notAsked), handle: nil)
      }
      return PageField(definition: definition, value: value, handle: handle)
    }
  }

  /// References to colleagues, named. What refers to something else has no name here.
  private func handles(
    in shown: Disclosure, _ session: borrowing Session
  ) throws(VaultError) -> [[UInt8]: String] {
    var names: [[UInt8]: String] = [:]
    for value in Array(shown.operations.values) + shown.records.flatMap(\.fields.values) {
      guard case .bytes(let bytes) = value, let member = MemberID(bytes: bytes) else { continue }
      names[bytes] = try vault.handle(of: member, as: session)
    }
    return names
  }
}
