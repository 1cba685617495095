public import Vault

extension Casework {
  /// What waits for a second person in the cases of this member, oldest first, with one entry for all.
  public func approvals(
    as session: borrowing Session
  ) throws(CaseworkError) -> (asks: [WaitingAsk], entry: Int) {
    let waits = try waits(as: session)
    return (waits.asks, waits.entry)
  }

  /// Whose role alone gives an erasure; nil of what else is asked in a case.
  public func giver(of asked: WaitingAsk) -> Role? {
    asked.erasure.map { vault.giver(ofErasing: $0.part) }
  }

  func asks(
    in values: [FieldID: FieldValue], of id: CaseID, _ member: MemberID
  ) -> [WaitingAsk] {
    guard let name = book["case.case_code"], case .text(let code) = values[name.id]
    else { return [] }
    let file = CaseRecords(
      [CaseRecords.Record(id: nil, entity: EntityDefinition.caseNumber, values: values)],
      book: book)
    return pending(in: values).map { ask in
      var found = WaitingAsk(
        ask: ask, caseCode: (try? CaseCode(code).text) ?? code, isOwn: ask.asker == member,
        label: nil,
        status: file.code("case.status"), opened: file.opened, id: id)
      let subject = found.erasure
      found.label = subject.flatMap { reason($0, of: ask.act)?.label }
      if case .history(let field) = subject?.part { found.field = book[field]?.label }
      if case .record(let record, let kind) = subject?.part {
        found.field = book.entity(kind)?.label
        found.limits = limits(endingWith: record, in: values)
      }
      if ask.act == .clockMoved {
        found.corrections = DateCorrection.fields(in: ask.subject, book)
      }
      return found
    }
  }

  /// The limits that run on until somebody agrees that an entry goes.
  private func limits(
    endingWith record: RecordID, in values: [FieldID: FieldValue]
  ) -> [EndingLimit] {
    let items = DueItem.all(in: book["case.due"].flatMap { values[$0.id] })
    return items.filter { $0.takenBack == record }.compactMap { item in
      guard let rule = book.clocks[item.clock], let standing = item.standing(rule, at: moment)
      else { return nil }
      return EndingLimit(rule: rule, lastDay: item.lastDay, isPassed: standing == .overdue)
    }
  }

  func pending(in values: [FieldID: FieldValue]) -> [PendingAsk] {
    guard let list = book["case.pending"], case .list(let items) = values[list.id] else {
      return []
    }
    return items.compactMap(PendingAsk.init)
  }

  /// Agrees to what somebody else asked, and carries it out.
  ///
  /// - Parameter entry: the entry that asks.
  /// - Throws: `.vault(.nothingAsked)` where it asks nothing, or was answered; `.stopped`.
  public func approve(
    _ entry: Int, as session: borrowing Session
  ) throws(CaseworkError) -> Approval {
    try approve(waiting(entry, .approvalGive, session), as: session)
  }

  /// The same of what ``approvals(as:)`` found. Behind an erasure all files are looked through for what it destroyed.
  public func approve(
    _ asked: WaitingAsk, as session: borrowing Session
  ) throws(CaseworkError) -> Approval {
    guard asked.ask.act.asksErasure else { return try answer(asked, with: .approvalGive, session) }
    let search = ErasureSearch()
    var place = 0
    let approval = try erase([asked], searching: search, at: &place, as: session)[0]
    _ = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.finish(search, as: session)
    }
    return approval
  }

  /// Does not agree, or takes back what this member asked themselves; nothing of the case changes but that the ask is
  /// gone.
  public func refuseApproval(
    _ entry: Int, as session: borrowing Session
  ) throws(CaseworkError) -> Approval {
    try refuseApproval(waiting(entry, .approvalRefuse, session), as: session)
  }

  /// The same of what ``approvals(as:)`` found.
  public func refuseApproval(
    _ asked: WaitingAsk, as session: borrowing Session
  ) throws(CaseworkError) -> Approval {
    try answer(asked, with: .approvalRefuse, session)
  }

  private func waiting(
    _ entry: Int, _ act: CaseAct, _ session: borrowing Session
  ) throws(CaseworkError) -> WaitingAsk {
    let waiting = try approvals(as: session).asks
    guard let asked = waiting.first(where: { $0.ask.entry == entry }) else {
      throw .vault(
        try CaseworkError.ofVault { () throws(VaultError) in
          try vault.nothingAsked(by: entry, answering: act, as: session)
        })
    }
    return asked
  }

  private func answer(
    _ asked: WaitingAsk, with act: CaseAct, _ session: borrowing Session
  ) throws(CaseworkError) -> Approval {
    try stopping(act, asked.id, ref: asked.ask.entry, session) { session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try carryOut(asked, with: act, session)
      }
    }
  }

  private func carryOut(
    _ asked: WaitingAsk, with act: CaseAct, _ session: borrowing Session
  ) throws(CaseworkError) -> Approval {
    guard !asked.isOwn || act == .approvalRefuse else { throw .stopped(stopOfOwnWork(asked)) }
    guard let list = book["case.pending"]?.id else { throw .noSuchForm }
    let form =
      asked.isOwn
      ? try takenBack(asked, session)
      : try outcome(of: asked, isGiven: act == .approvalGive, session)
    var writing = CaseWriting(act, since: form.look.version)
    writing.second = .answer(asked.ask.entry, list: list)
    // What is not taken back comes into sight again, with all that follows from it.
    if act == .approvalGive || asked.ask.act == .retract { fill(&writing, with: form) }
    writing.returning = form.returning
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.write(writing, to: asked.id, as: session).entry
    }
    guard act == .approvalGive else { return Approval(asked: asked, entry: entry, erasure: nil) }
    return Approval(
      asked: asked, entry: entry, erasure: nil, notes: form.notes, ending: form.ending)
  }

  /// That it takes somebody else: by the row of the step, and for other acts by the choice of the project.
  func stopOfOwnWork(_ asked: WaitingAsk) -> RuleStop {
    let target = asked.ask.subject
    let day = RuleDay(moment.dayInVietnam, opened: asked.opened)
    let rule =
      asked.ask.act == .step
      ? asked.status.flatMap { book.steps.step(from: $0, to: target, on: day) }
        ?? book.steps.steps(to: target, on: day).first : nil
    return RuleStop(
      .ownWork, .secondPerson, label: rule?.label, rule?.citation ?? .ownChoice)
  }

  /// Whoever asked needs nobody to ask no more, whatever became of the file since. What they took out of sight is there
  /// again.
  private func takenBack(
    _ asked: WaitingAsk, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    guard asked.ask.act != .retract else { return try returned(asked, session) }
    let look = try look(at: asked.id, book.ids(Self.always), as: session)
    return CheckedChanges(changes: CaseChanges(), look: look, now: moment)
  }

  /// What agreeing would change: held against the rules again, for the case may have moved since. Who may
  /// agree may also refuse, whatever is missing by now.
  private func outcome(
    of asked: WaitingAsk, isGiven: Bool, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    switch asked.ask.act {
    case .step:
      let desk = try stepDesk(asked.id, to: asked.ask.subject, session)
      let rule = try desk.rule(to: asked.ask.subject)
      if let stop = desk.stop(rule, by: rule.second) { throw .stopped(stop) }
      if isGiven,
        let stop = desk.stopOfOwner(rule) ?? desk.stop(rule, agreedBy: session.member)
          ?? desk.stop(missing: rule) ?? stopOfDouble(desk, rule, session)
      {
        throw .stopped(stop)
      }
      return moved(rule, desk)
    case .stayExtend: return try extended(asked, isGiven: isGiven, session)
    case .clockMoved: return try redated(asked, isGiven: isGiven, session)
    case .erase: return try unerased(asked, session)
    case .retract: return try returned(asked, session)
    default: throw .vault(.nothingAsked)
    }
  }
}
