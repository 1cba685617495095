public import Vault

extension Casework {
  /// Checks and opens a file from another office's vault; nothing of it is written yet.
  ///
  /// - Throws: `.vault(.foreignFields)` for fields that this vault does not have, or that hold something
  ///   else here.
  public func openTransfer(
    _ bytes: [UInt8], from card: VaultCard, by act: CaseAct = .receive,
    as session: borrowing Session
  ) throws(CaseworkError) -> IncomingCase {
    let incoming = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.openTransfer(bytes, from: card, by: act, as: session)
    }
    let strange = Set(
      incoming.values.filter { id, value in book[id].map { !$0.takes(value) } ?? true }.map(\.0))
    guard strange.isEmpty else { throw .vault(.foreignFields(strange.sorted())) }
    return incoming
  }

  /// Takes it in: a lead's file as a new case under a code of its own, the clinical part into that case. An
  /// earlier copy of the same file is not replaced and not forgotten: it stays as it is, linked to this one.
  ///
  /// - Throws: `.stopped` where what it was handed over on does not hold here.
  public func receive(
    _ incoming: IncomingCase, as session: borrowing Session
  ) throws(CaseworkError) -> ReceivedFile {
    guard incoming.part != .referral else { throw try otherKind(.receive, session) }
    let lists = try transferLists()
    if var stop = try stop(of: incoming) {
      stop.isFromOutside = true
      let obstacle = stop.obstacle
      stop.entry = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.refuse(incoming, because: obstacle, as: session)
      }
      throw .stopped(stop)
    }
    guard incoming.part == .file else {
      let received = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.receiveClinical(incoming, lists: lists, as: session)
      }
      return ReceivedFile(received, code: summary(received.operations).code)
    }
    let copies = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.copies(of: incoming, lists: lists, as: session)
    }
    for attempt in 1... {
      let code = CaseCode.makeRandom()
      let operations = operations(of: incoming, code)
      do throws(VaultError) {
        var file = ReceivedFile(
          try vault.receive(
            incoming, as: code.symbols, operations: operations, lists: lists,
            terms: terms(of: incoming), as: session),
          code: code.text)
        file.earlier = link(code, to: copies, takenBy: file.entry, session)
        return file
      } catch {
        guard error == .alreadyRecorded, attempt < 5 else { throw .vault(error) }
      }
    }
    preconditionFailure("left an endless loop")
  }

  /// What to throw where the file is of another kind than what is taken in, once its entry is there.
  func otherKind(
    _ act: CaseAct, _ session: borrowing Session
  ) throws(CaseworkError) -> CaseworkError {
    try CaseworkError.ofVault { () throws(VaultError) in
      .vault(try vault.noteOtherKind(act, as: session))
    }
  }

  /// What the file was handed over on, held against what is in the file by the rules of this vault, today:
  /// the sender's word is not enough to open a life on. The second file rests on the first and ends with it.
  private func stop(of incoming: IncomingCase) throws(CaseworkError) -> RuleStop? {
    if let until = incoming.until, until <= now() { return .ofEndedTransfer() }
    guard incoming.part == .file else { return nil }
    guard let basis = ReleaseBasis(carried: incoming.basis) else {
      return RuleStop(.transferBasis, .consent, .nonDisclosure)
    }
    if case .provision(let code) = basis, book.codeLists["release_provision"]?[code] == nil {
      return RuleStop(.provisionOtherAct, .consent, .nonDisclosure)
    }
    let check = TransferCheck(records: records(in: incoming), today: moment.dayInVietnam)
    do {
      if let stop = try check.stop(basis, for: incoming.recipients) { return stop }
      return try stopOfHistory(of: incoming, basis, check)
    } catch .form {
      // The consent names a field that there is not here.
      return RuleStop(.consentLacksFields, .consent, .nonDisclosure)
    } catch { throw error }
  }

  /// Where somebody was once hidden comes with every older version of the file: looked for here as it was looked for
  /// there, for the sender's program may not have.
  private func stopOfHistory(
    of incoming: IncomingCase, _ basis: ReleaseBasis, _ check: TransferCheck
  ) throws(CaseworkError) -> RuleStop? {
    let unnamed = try check.unnamed(by: basis)
    guard incoming.everGave(Set(unnamed.map(\.id))) else { return nil }
    return RuleStop(.shelterNotNamed, .consent, .ownChoice, names: unnamed.map(StopName.field))
  }

  /// What its people can be found by here: of each record the newest.
  func terms(of incoming: IncomingCase) -> [SearchField] {
    let fields = FindableFields(book)
    return incoming.newest.flatMap { record in
      record.values.compactMap { id, value in
        fields.terms(of: value, in: id).map {
          SearchField(record: record.id, field: id, terms: $0)
        }
      }
    }
  }

  private func records(in incoming: IncomingCase) -> CaseRecords {
    let row = CaseRecords.Record(
      id: nil, entity: EntityDefinition.caseNumber, values: incoming.operations)
    let others = incoming.newest.map { record in
      CaseRecords.Record(
        id: book.entity(record.entity)?.isMany == true ? record.id : nil, entity: record.entity,
        values: record.values)
    }
    return CaseRecords([row] + others, book: book)
  }

  /// Links the case to what earlier transfers of the same file left here. It is taken in already, and its
  /// acceptance has to go back: a copy that cannot be linked is named all the same.
  func link(
    _ code: CaseCode, to copies: [[FieldID: FieldValue]], takenBy entry: Int,
    _ session: borrowing Session
  ) -> [String] {
    var named: [String] = []
    for row in copies {
      let summary = summary(row)
      guard summary.status != "closed", let other = try? CaseCode(summary.code) else { continue }
      _ = try? link(code, to: other, as: .same, taken: entry, as: session)
      named.append(other.text)
    }
    return named
  }

  /// The row as it stands here: status, regime and clocks go on; the code is new, nobody answers for the
  /// case yet, and nothing waits for a second person.
  private func operations(
    of incoming: IncomingCase, _ code: CaseCode
  ) -> [FieldID: FieldValue] {
    var values = incoming.operations
    for field in book.fields(of: EntityDefinition.caseNumber) where values[field.id] == nil {
      values[field.id] = .absent(.notAsked)
    }
    for name in ["case.owner", "case.pending"] {
      if let field = book[name] { values[field.id] = .absent(.notAsked) }
    }
    if let field = book["case.case_code"] { values[field.id] = .text(code.text) }
    // Here it is opened now; but no file changes rules on its way, and the book of here has the rows of that day.
    if let field = book["case.rules_from"] { values[field.id] = .date(rulesFrom(incoming).text) }
    if let field = book[CaseRecords.openedAt] { values[field.id] = .dateTime(moment.text) }
    if let field = book["case.came_from"] {
      let office = [incoming.office, incoming.origin].compactMap(\.self).joined(separator: ", ")
      values[field.id] = .text(office)
    }
    if let due = book["case.due"]?.id { values[due] = clocks(of: incoming, values) }
    return values
  }

  /// The day whose rules the file keeps. It is the sender's word, and never later than the taking in.
  private func rulesFrom(_ incoming: IncomingCase) -> CalendarDay {
    let today = moment.dayInVietnam
    return min(records(in: incoming).opened ?? today, today)
  }

  /// The clocks by the book of this vault; of those that look at health data, which no lead's file has, what was sent
  /// stands.
  private func clocks(
    of incoming: IncomingCase, _ operations: [FieldID: FieldValue]
  ) -> FieldValue {
    let sent = records(in: incoming).records.filter { $0.entity != EntityDefinition.caseNumber }
    let row = CaseRecords.Record(
      id: nil, entity: EntityDefinition.caseNumber, values: operations)
    let seen = book.fields.filter { ![.clinical, .vital].contains($0.fieldClass) }.map(\.id)
    return DueItem.value(
      DueReckoning(book, readable: Set(seen)).items(
        CaseRecords([row] + sent, book: book),
        known: DueItem.all(in: book["case.due"].flatMap { operations[$0.id] }), at: moment))
  }
}

extension FieldDefinition {
  /// Whether a value is of the kind that the field holds.
  func takes(_ value: FieldValue) -> Bool {
    switch value {
    case .absent: true
    case .list: isMany
    case .text:
      !isMany && ![.date, .datetime, .int, .decimal, .bool3, .ref, .list].contains(type)
    case .integer: !isMany && type == .int
    case .decimal: !isMany && type == .decimal
    case .date: !isMany && type == .date
    case .dateTime: !isMany && type == .datetime
    case .bool: !isMany && type == .bool3
    case .bytes: !isMany && type == .ref
    }
  }
}
