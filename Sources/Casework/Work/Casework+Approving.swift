public import Vault

extension Casework {
  /// What waits for a second person in the cases of this member, oldest first, with one entry for all.
  public func approvals(
    as session: borrowing Session
  ) throws(CaseworkError) -> (asks: [WaitingAsk], entry: Int) {
    let member = session.member
    var found: [WaitingAsk] = []
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.list(
        .approvals, only: book.ids(["case.pending", "case.case_code", "case.status"]), as: session
      ) { id, values throws(VaultError) in
        found += asks(in: values ?? [:], of: id, member)
      }.entry
    }
    found.sort { $0.ask.entry < $1.ask.entry }
    for index in found.indices {
      let asker = found[index].ask.asker
      found[index].askerHandle = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.handle(of: asker, as: session)
      }
    }
    return (found, entry)
  }

  private func asks(
    in values: [FieldID: FieldValue], of id: CaseID, _ member: MemberID
  ) -> [WaitingAsk] {
    guard let name = book["case.case_code"], case .text(let code) = values[name.id]
    else { return [] }
    return pending(in: values).map { ask in
      var found = WaitingAsk(
        ask: ask, caseCode: (try? CaseCode(code).text) ?? code, isOwn: ask.asker == member,
        label: nil,
        status: book["case.status"].flatMap { values[$0.id] }.flatMap(CaseRecords.codes)?.first,
        id: id)
      let subject = found.erasure
      found.label = subject.flatMap { book.codeLists[ErasureRule.list]?[$0.reason]?.label }
      if case .history(let field) = subject?.part { found.field = book[field]?.label }
      return found
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
    try answer(entry, with: .approvalGive, session)
  }

  /// Does not agree; nothing of the case changes but that the ask is gone.
  public func refuseApproval(
    _ entry: Int, as session: borrowing Session
  ) throws(CaseworkError) -> Approval {
    try answer(entry, with: .approvalRefuse, session)
  }

  private func answer(
    _ entry: Int, with act: CaseAct, _ session: borrowing Session
  ) throws(CaseworkError) -> Approval {
    let waiting = try approvals(as: session).asks
    guard let asked = waiting.first(where: { $0.ask.entry == entry }) else {
      throw .vault(
        try CaseworkError.ofVault { () throws(VaultError) in
          try vault.nothingAsked(by: entry, answering: act, as: session)
        })
    }
    let answered = try stopping(act, asked.id, ref: entry, session) {
      session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        try answer(asked, with: act, session)
      }
    }
    return answered
  }

  private func answer(
    _ asked: WaitingAsk, with act: CaseAct, _ session: borrowing Session
  ) throws(CaseworkError) -> Approval {
    guard !asked.isOwn else { throw .stopped(stopOfOwnWork(asked)) }
    guard let list = book["case.pending"]?.id else { throw .noSuchForm }
    if asked.ask.act == .erase, act == .approvalGive {
      let erasure = try erase(asked, waitingIn: list, session)
      return Approval(asked: asked, entry: erasure.entry, erasure: erasure)
    }
    let form = try outcome(of: asked, isGiven: act == .approvalGive, session)
    var writing = CaseWriting(act, since: form.look.version)
    writing.second = .answer(asked.ask.entry, list: list)
    if act == .approvalGive {
      (writing.records, writing.operations) = (form.changes.records, form.changes.operations)
      writing.restated = form.restated
    }
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.write(writing, to: asked.id, as: session).entry
    }
    return Approval(
      asked: asked, entry: entry, erasure: nil, notes: act == .approvalGive ? form.notes : [])
  }

  /// That it takes somebody else: by the row of the step, and for other acts by the choice of the project.
  private func stopOfOwnWork(_ asked: WaitingAsk) -> RuleStop {
    let (target, day) = (asked.ask.subject, moment.dayInVietnam)
    let rule =
      asked.ask.act == .step
      ? asked.status.flatMap { book.steps.step(from: $0, to: target, on: day) }
        ?? book.steps.steps(to: target, on: day).first : nil
    return RuleStop(
      .ownWork, .secondPerson, label: rule?.label, rule?.citation ?? .ownChoice)
  }

  /// What agreeing would change: held against the rules again, for the case may have moved since. Who may
  /// agree may also refuse, whatever is missing by now.
  private func outcome(
    of asked: WaitingAsk, isGiven: Bool, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    switch asked.ask.act {
    case .step:
      let desk = try stepDesk(asked.id, session)
      let rule = try desk.rule(to: asked.ask.subject)
      if let stop = desk.stop(rule, by: rule.second) { throw .stopped(stop) }
      if isGiven, let stop = desk.stop(rule, agreedBy: session.member) ?? desk.stop(missing: rule) {
        throw .stopped(stop)
      }
      return moved(rule, desk)
    case .stayExtend: return try extended(asked, isGiven: isGiven, session)
    case .erase: return try unerased(asked, session)
    default: throw .vault(.nothingAsked)
    }
  }
}
