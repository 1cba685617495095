import Vault

/// Corrections that wait for a second person, and what is recorded after them (design, "Two people").
extension Casework {
  /// What was recorded last is what is meant: a correction that waits is carried out no more once another value of the
  /// same field is recorded or asked for, or the one that stands is confirmed. Each goes with an entry of its own, in
  /// the same transaction.
  ///
  /// - Returns: what is told of it.
  func lapse(
    beside changes: CaseChanges, of form: CheckedChanges, with writing: inout CaseWriting
  ) -> [RuleNote] {
    guard let list = book["case.pending"], let waiting = form.look.value(list.qualifiedName)
    else { return [] }
    let outdated = pending(in: [list.id: waiting]).filter { ask in
      ask.act == .clockMoved && !writing.asksAgain(ask)
        && DateCorrection.all(in: ask.subject, book).contains(where: changes.gives)
    }
    guard !outdated.isEmpty else { return [] }
    writing.following += outdated.map { ask in
      var lapsed = CaseWriting(.approvalRefuse)
      lapsed.second = .answer(ask.entry, list: list.id)
      return lapsed
    }
    // What else they were to change stays as it is, and is named too.
    let fields = Set(outdated.flatMap { DateCorrection.all(in: $0.subject, book).map(\.field) })
    return [
      RuleNote(
        .askLapsed, names: fields.sorted().compactMap { book[$0] }.map(StopName.field))
    ]
  }
}

extension CaseWriting {
  /// Whether it asks for the very same thing: then it takes that one's place in the list by itself.
  fileprivate func asksAgain(_ ask: PendingAsk) -> Bool {
    guard case .ask(let subject, _) = second else { return false }
    return act == ask.act && subject == ask.subject
  }
}

extension CaseChanges {
  /// Whether they say anything of what a correction is of, be it what stands.
  fileprivate func gives(_ correction: DateCorrection) -> Bool {
    operations[correction.field] != nil
      || records.contains {
        $0.target != .new && $0.recordID == correction.record
          && $0.fields[correction.field] != nil
      }
  }
}
