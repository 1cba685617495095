import Vault

/// The correction of a date by which a limit moves (`ClockMove`), in the log and before a second person.
extension Casework {
  /// Makes it an act of its own; where a second person has to agree, one that asks.
  func state(_ move: ClockMove?, in writing: inout CaseWriting) throws(CaseworkError) {
    guard let move else { return }
    writing.act = .clockMoved
    guard move.isHeld else { return }
    guard let list = book["case.pending"]?.id else { throw .noSuchForm }
    writing.second = .ask(subject: DateCorrection.subject(of: move.corrections), list: list)
  }

  /// What agreeing to it changes; held against the rules again, for the file may have moved on since.
  func redated(
    _ asked: WaitingAsk, isGiven: Bool, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    let corrections = DateCorrection.all(in: asked.ask.subject, book)
    guard let form = corrections.first.flatMap({ book[$0.field]?.form }) else {
      throw .vault(.nothingAsked)
    }
    let changes = CaseChanges(corrections, book)
    // The reason was given by who asked, and is asked of nobody again.
    let rules = FormRules.rules(of: form, for: changes, book).filter {
      !($0 is ClockMoveRule) && !($0 is IdentificationRule)
    }
    let fields = book.clockFields.union(book.factFields)
      .union(book.ids(rules.flatMap(\.looksAt) + Self.always))
    let look = try look(at: asked.id, fields, as: session)
    try checkAgrees(asked.id, session)
    guard isGiven else {
      return CheckedChanges(changes: CaseChanges(), look: look, now: moment)
    }
    var checked = CheckedChanges(changes: changes, look: look, now: moment)
    try checked.requireSight(of: corrections.compactMap { book[$0.field]?.qualifiedName })
    try FormRules.hold(&checked, to: rules)
    checked.move = ClockMove(checked)
    checked.agreed = corrections
    reckon(&checked)
    checked.notes += notes(of: checked)
    return checked
  }

  /// Which limits are counted by what was agreed to, now or, of those that the file has no more, should they come back.
  private func notes(of form: CheckedChanges) -> [RuleNote] {
    let moved = form.move?.names ?? []
    let rested = DueItem.all(in: form.look.value("case.due")).filter(\.isResting)
    let later = rested.compactMap { item in
      book.clocks[item.clock].flatMap { rule in
        form.agreed.contains { $0.starts(rule, item.record, book) } ? StopName.clock(rule) : nil
      }
    }.filter { !moved.contains($0) }
    return (moved.isEmpty ? [] : [RuleNote(.clockMoved, names: moved)])
      + (later.isEmpty ? [] : [RuleNote(.moveResting, names: later)])
  }

  /// A lead, or who answers for the file: whoever of them did not ask.
  private func checkAgrees(
    _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) {
    let standings = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.standings(to: id, as: session)
    }
    guard standings.contains(where: { $0.role == .lead || $0.relation == .owner }) else {
      throw .stopped(
        book.stop(.moveNotYours, about: "case.pending", .role, names: [.role(.lead)]))
    }
  }
}
