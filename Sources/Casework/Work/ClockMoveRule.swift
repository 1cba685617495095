import Vault

/// A recorded date is corrected with a reason where a limit ends later by it, and with a second person where the limit
/// has passed (`ClockMove`). The reason stands in the same form, in the class of the date.
struct ClockMoveRule: FormRule {
  let looksAt: [String] = []

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    let switches = book.clockSwitches
    let codes = switches.conditions.union(switches.lengthening).union(switches.starting)
    return !changes.fields.isDisjoint(with: book.countedDates.union(codes))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    guard let move = ClockMove(form) else {
      // What is kept from whoever corrects could hide a limit that moves.
      return try form.requireSight(of: ClockMove.looksAt(form))
    }
    let (book, rule) = (form.book, move.moved[0].before.rule)
    let missing = Set(move.corrections.compactMap { book.reason(ofCorrecting: $0.field) })
      .filter { !form.gives($0) }.sorted { $0.id < $1.id }
    guard missing.isEmpty else {
      throw .stopped(
        RuleStop(
          .moveReason, label: rule.label, rule.citation, names: missing.map(StopName.field)))
    }
    if move.isHeld, !form.look.sees(["case.pending"]) {
      throw .stopped(
        RuleStop(.moveNotYours, .role, label: rule.label, rule.citation, names: [.role(.lead)]))
    }
    form.move = move
    form.notes.append(RuleNote(move.isHeld ? .moveAsked : .clockMoved, names: move.names))
  }
}

extension RuleBook {
  /// Where the reason of a correction stands. Of a date of the row that queues read it is a field of the form, for the
  /// row holds no reasons; of a decision it is the reason of the decision.
  func reason(ofCorrecting id: FieldID) -> FieldDefinition? {
    guard let field = self[id] else { return nil }
    if field.entity == EntityDefinition.caseNumber {
      // The reason that a form has is that of its date.
      guard countedDates.contains(id) else { return nil }
      return fields(ofForm: field.form).first(where: \.isReasonOfCorrection)
    }
    return self[field.entityName + "." + Self.correctionReason]
      ?? self[field.entityName + ".decision_reason"]
  }

  private static let correctionReason = "correction_reason"
}

extension FieldDefinition {
  /// Whether it says why a date that was recorded is another: nobody is asked for it where none stands.
  public var isReasonOfCorrection: Bool {
    name == "correction_reason" || name == "received_at_reason"
  }
}

extension CheckedChanges {
  /// Whether the form gives a text in which there is something to read.
  fileprivate func gives(_ field: FieldDefinition) -> Bool {
    changes.records.contains { change in
      guard case .text(let text) = change.fields[field.id] else { return false }
      return !TextRules.isBlank(text)
    }
  }
}
