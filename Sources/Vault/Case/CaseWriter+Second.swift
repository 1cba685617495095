import AuditLog

extension ActContext {
  /// Why an ask is refused whoever answers it.
  func lapse(ofAsk seq: Int) throws(VaultError) -> Refusal? {
    directory.lapse(of: try vault.ledger.provenEntry(seq, in: tx))?.refusal
  }

  /// Of an ask in a case.
  func lapse(ofAsk seq: Int, in file: Transaction.File) throws(VaultError) -> Refusal? {
    try gate.lapse(of: vault.ledger.provenEntry(seq, in: tx), in: file)?.refusal
  }
}

extension Gate {
  /// Why nobody asks any more for what an entry asks in a case. Who asked as its owner may no more than the next owner
  /// wants, who answers for the file (design, "Two people": the owner or a lead asks).
  func lapse(of ask: Entry, in file: Transaction.File) throws(VaultError) -> AskLapse? {
    if let lapse = ledger.directory.lapse(of: ask) { return lapse }
    guard CaseAct(rawValue: ask.act)?.asksErasure == true,
      let member = ledger.directory.member(ask.actor), let row = try tx.member(member)
    else { return nil }
    let asker = Asker(
      member: member, memberKey: row.key, roles: Array(ledger.directory.roles(of: member)))
    return try standings(of: asker, to: file).contains(where: \.isLeadOrOwner) ? nil : .fileLost
  }
}

extension AskLapse {
  var refusal: Refusal {
    switch self {
    case .askerSuspended: .suspended
    case .roleLost, .fileLost: .expired
    case .noGiver: .state
    }
  }
}

extension CaseWriter {
  /// What the second person's part of a writing comes to.
  struct SecondPart {
    var values: [FieldID: FieldValue] = [:]
    /// The entry that is to ask.
    var asked: Int?
    /// The entry that is answered.
    var answered: Int?
    var refusal: Refusal?
    /// The asks that wait no more.
    var gone: [Int] = []
    /// What administrators are told of the ask.
    var note: AskNote?
    /// The record that comes back into sight, for it is not taken back.
    var returned: RecordID?
  }

  /// Two people, never one twice: an ask waits in the sealed list, its entry in the log, and only somebody
  /// else gives it (design, "Two people"). Whoever asked can ask no more, which gives nothing.
  func second(of writing: CaseWriting) throws(VaultError) -> SecondPart {
    switch writing.second {
    case nil: return SecondPart()
    case .ask(let subject, let list):
      guard writing.act.mayBeAsked else { throw .nothingToDo }
      var second = try ask(writing.act, subject, list)
      guard let code = writing.code, let seq = second.asked,
        let actor = context.directory.actor(of: context.asker.member)
      else { return second }
      second.note = try AskNote.seal(
        code, by: actor, on: context.pseudonym(file), at: seq, context)
      return second
    case .answer(let entry, let list): return try answer(writing.act, entry, list)
    }
  }

  private func ask(
    _ act: CaseAct, _ subject: String, _ list: FieldID
  ) throws(VaultError) -> SecondPart {
    let seq = try context.nextEntry()
    let ask = PendingAsk(entry: seq, act: act, asker: context.asker.member, subject: subject)
    // The same thing asked again takes the place of the ask before it.
    let (before, others) = try asks(list).reduce(into: ([PendingAsk](), [PendingAsk]())) {
      if ask.isSame(as: $1) { $0.0.append($1) } else { $0.1.append($1) }
    }
    return SecondPart(
      values: [list: Self.value(others + [ask])], asked: seq, gone: before.map(\.entry))
  }

  /// Stores what administrators are told of an ask, and takes away what they were told of one that waits no more.
  func keepNote(of second: SecondPart) throws(VaultError) {
    if let note = second.note { try tx.insertNote(note.encoded) }
    for asked in second.gone { try context.dropAskNotes(asked, of: context.pseudonym(file)) }
  }

  /// The fields that a writing asks a second person to write.
  func asked(by writing: CaseWriting) -> Set<FieldID> {
    guard case .ask(let subject, _) = writing.second else { return [] }
    return PendingAsk.fields(of: writing.act, subject)
  }

  /// The fields that it writes because somebody else asked for them. That they could write them was asked when they
  /// asked.
  func agreed(by writing: CaseWriting) throws(VaultError) -> Set<FieldID> {
    guard case .answer(let entry, let list) = writing.second, writing.act == .approvalGive
    else { return [] }
    let ask = try asks(list).first { $0.entry == entry && $0.asker != context.asker.member }
    return ask?.fields ?? []
  }

  /// What an entry asks, as it waits in the list.
  func waiting(_ entry: Int, in list: FieldID) throws(VaultError) -> PendingAsk {
    guard let ask = try asks(list).first(where: { $0.entry == entry }) else { throw .nothingAsked }
    try checkIsAsked(ask)
    return ask
  }

  /// The list once an ask was answered.
  func answered(_ entry: Int, in list: FieldID) throws(VaultError) -> [FieldID: FieldValue] {
    [list: Self.value(try asks(list).filter { $0.entry != entry })]
  }

  private func answer(
    _ act: CaseAct, _ entry: Int, _ list: FieldID
  ) throws(VaultError) -> SecondPart {
    let ask = try waiting(entry, in: list)
    // Giving an erasure has a way of its own, in which it is done.
    if ask.act.asksErasure, act == .approvalGive { throw .nothingAsked }
    guard act == .approvalRefuse || ask.asker != context.asker.member else {
      return SecondPart(refusal: .secondPerson)
    }
    // Whoever may ask no more asks for nothing; it can still be refused, and goes.
    if act != .approvalRefuse, let lapse = try context.lapse(ofAsk: entry, in: file) {
      return SecondPart(refusal: lapse)
    }
    var second = SecondPart(
      values: try answered(entry, in: list), answered: entry, gone: [entry])
    if case .record(let id, _) = ErasureSubject(text: ask.subject)?.part, ask.act == .retract {
      second.returned = id
    }
    return second
  }

  /// The list is held against the log: an ask that nobody's entry states is not answered.
  private func checkIsAsked(_ ask: PendingAsk) throws(VaultError) {
    guard (0..<context.vault.ledger.frontier.size).contains(ask.entry)
    else { throw .assignmentAltered(entry: ask.entry) }
    let entry = try context.vault.ledger.provenEntry(ask.entry, in: tx)
    guard entry.act == ask.act.rawValue, entry.out == .ok,
      entry.rec == (try context.pseudonym(file)),
      context.directory.member(entry.actor) == ask.asker
    else { throw .assignmentAltered(entry: ask.entry) }
  }

  private func asks(_ list: FieldID) throws(VaultError) -> [PendingAsk] {
    try PendingAsk.all(in: context.vault.operations(of: file, keyring, tx).values[list])
  }

  private static func value(_ asks: [PendingAsk]) -> FieldValue {
    asks.isEmpty ? .absent(.notAsked) : .list(asks.map(\.text))
  }

  /// The role under which it is written. Who asks a second person, or answers as one, may write no field whose letters
  /// say it: it is how they stand to the case.
  func role(of writing: CaseWriting, _ second: SecondPart) -> Role? {
    let role = writing.sending?.part.role ?? writing.taking.map { _ in .duty } ?? sealer.role
    guard role == nil, second.asked ?? second.answered != nil else { return role }
    let own =
      standings.first { $0.isLeadOrOwner } ?? standings.first { $0.relation != .stranger }
    return own?.role
  }
}

extension Gate.Standing {
  /// Who may ask for an erasure (design, "Two people").
  var isLeadOrOwner: Bool { role == .lead || relation == .owner }
}
