import Vault

/// What a correction of recorded dates does to the limits that run from them, or ended with them.
///
/// The law gives the limit (Law 53/2024 Art. 27(2), 27(3); Decree 162/2025 Art. 17), and whoever is late could write
/// another day. So a limit that began ends later, or nowhere, for a reason alone; and where it has passed, was met late,
/// was lengthened, or a stay came to its day of warning, when a second person agrees. Until then the older date counts.
struct ClockMove {
  /// A limit, and as it would be.
  struct Moved {
    let before: CaseClock
    let after: CaseClock?
    let isHeld: Bool
  }

  /// Those by which limits move.
  let corrections: [DateCorrection]
  let moved: [Moved]

  /// The limits, each once.
  var names: [StopName] {
    moved.map(\.before.rule).reduce(into: []) { names, rule in
      if !names.contains(.clock(rule)) { names.append(.clock(rule)) }
    }
  }

  /// Whether a second person has to agree.
  var isHeld: Bool { moved.contains(where: \.isHeld) }

  /// Nil where no limit moves.
  init?(_ form: CheckedChanges) {
    let (book, before) = (form.book, form.look.records)
    let all = Self.corrections(in: form)
    guard !all.isEmpty else { return nil }
    let fields = Set(all.map(\.field))
    let gone = Set(all.filter { $0.value.state != .given }.map(\.field))
    let after = book.clocks.clocks(of: before.applying(CaseChanges(all, book)), at: form.now)
    moved = book.clocks.clocks(of: before, at: form.now).compactMap { clock in
      let own = book.fields(ofClock: clock.rule)
      guard clock.rule.isOfLaw, !own.isDisjoint(with: fields) else { return nil }
      let next = after.counterpart(of: clock)
      let isGone = !gone.isDisjoint(with: book.ids(clock.rule.startFields))
      guard let isHeld = clock.isHeld(becoming: next, isGone: isGone, at: form.now) else {
        return nil
      }
      return Moved(before: clock, after: next, isHeld: isHeld)
    }
    guard !moved.isEmpty else { return nil }
    let touched = moved.reduce(into: Set<FieldID>()) {
      $0.formUnion(book.fields(ofClock: $1.before.rule))
    }
    corrections = all.filter { touched.contains($0.field) }
  }

  /// What the limits look at that a correction among the changes can move.
  static func looksAt(_ form: CheckedChanges) -> [String] {
    let (book, fields) = (form.book, Set(corrections(in: form).map(\.field)))
    let asked = book.clocks.rules.filter(\.isOfLaw).map(book.fields(ofClock:))
      .filter { !$0.isDisjoint(with: fields) }.reduce(into: Set<FieldID>()) { $0.formUnion($1) }
    return asked.sorted().compactMap { book[$0]?.qualifiedName }
  }

  /// Dates that were recorded and are given another value, or none.
  private static func corrections(in form: CheckedChanges) -> [DateCorrection] {
    let dates = form.book.countedDates
    func corrected(
      _ fields: [FieldID: FieldValue], _ before: [FieldID: FieldValue]?, _ record: RecordID?
    ) -> [DateCorrection] {
      fields.sorted { $0.key < $1.key }.compactMap { id, value in
        guard dates.contains(id), let known = before?[id], known.state == .given, known != value
        else { return nil }
        return DateCorrection(field: id, record: record, value: value)
      }
    }
    func values(_ entity: UInt16, _ record: RecordID?) -> [FieldID: FieldValue]? {
      form.look.records.records.first { $0.entity == entity && $0.id == record }?.values
    }
    let own = corrected(
      form.changes.operations, values(EntityDefinition.caseNumber, nil), nil)
    return own
      + form.changes.records.filter { $0.target != .new }.flatMap {
        corrected($0.fields, values($0.entity, $0.recordID), $0.recordID)
      }
  }
}

extension ClockRule {
  /// A limit or a right; a day to come back to is nobody's limit.
  fileprivate var isOfLaw: Bool { kind == .duty || kind == .window }

  /// The fields with which it can begin.
  var startFields: [String] {
    (start?.events ?? []).flatMap { event -> [String] in
      if case .recorded(let condition) = event { condition.fields } else { [] }
    }
  }
}

extension RuleBook {
  /// The dates that somebody types and by which a limit begins or ends.
  var countedDates: Set<FieldID> {
    let names = clocks.rules.filter(\.isOfLaw).flatMap { $0.startFields + $0.end.fields }
    return ids(names).filter { id in
      self[id].map { $0.isTyped && ($0.type == .date || $0.type == .datetime) } ?? false
    }
  }
}

extension [CaseClock] {
  /// The same limit in another state of the file: also under another row for the same events, where a day lies on the
  /// other side of a change of the law.
  fileprivate func counterpart(of clock: CaseClock) -> CaseClock? {
    let same = filter { $0.record == clock.record && $0.first.events == clock.first.events }
    return same.first { $0.first.id == clock.first.id } ?? same.first
  }
}

extension CaseClock {
  /// The rule that it began under.
  var first: ClockRule { extended.first ?? rule }

  /// Whether a second person has to agree that it becomes another; nil where it does not end later.
  ///
  /// - Parameter isGone: a day with which it can begin is taken away, and nobody sees what it was.
  fileprivate func isHeld(becoming next: CaseClock?, isGone: Bool, at now: Moment) -> Bool? {
    guard let next, !isGone else { return true }
    let standing = standing(at: now)
    if standing == .metLate, next.standing(at: now) != .metLate { return true }
    guard ends(before: next) || !extended.isEmpty && start < next.start else { return nil }
    let isOver = standing == .overdue || standing == .metLate || hasPassed(at: now)
    return isOver || !extended.isEmpty || isStay && standing <= .soon
  }

  private func ends(before next: CaseClock) -> Bool {
    guard let deadline else { return false }
    guard let later = next.deadline else { return true }
    return deadline.end < later.end || deadline.lastDay < later.lastDay
  }

  /// Of a right that was not used.
  private func hasPassed(at now: Moment) -> Bool {
    rule.kind == .window && (deadline.map { now >= $0.end } ?? false)
  }

  private var isStay: Bool { rule.start?.firstField == "stay.stay_from" }
}

extension ClockRule {
  fileprivate struct Events: Equatable {
    let start: ClockStart?
    let end: RuleCondition
    let kind: Kind
  }

  fileprivate var events: Events { Events(start: start, end: end, kind: kind) }
}
