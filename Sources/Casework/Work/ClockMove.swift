import Vault

/// What a correction of recorded dates does to the limits that run from them, or ended with them.
///
/// The law gives the limit (Law 53/2024 Art. 27(2), 27(3); Decree 162/2025 Art. 17), and whoever is late could write
/// another day. So a limit that began ends later, or nowhere, for a reason alone; and where it has passed, was met late,
/// was lengthened, or a stay came to its day of warning, when a second person agrees. Until then the older date counts.
///
/// What says for which files a limit is, or what lengthens it without a date (the way of arrival, the law of the file, a
/// third party that has to act), is no date, and is corrected freely while nothing has passed. Afterwards it would do
/// the same as another date, at once or by way of a file that has the limit no more, and takes two people too. A limit
/// that was taken away before comes back as it last stood, or it is held to the same as one whose date is moved.
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
  /// Whether who corrects does not see all that the limits look at: then somebody who does agrees.
  private let isPartlySeen: Bool

  /// The limits, each once.
  var names: [StopName] {
    moved.map(\.before.rule).reduce(into: []) { names, rule in
      if !names.contains(.clock(rule)) { names.append(.clock(rule)) }
    }
  }

  /// Whether a second person has to agree.
  var isHeld: Bool { isPartlySeen || moved.contains(where: \.isHeld) }

  /// Nil where no limit moves.
  init?(_ form: CheckedChanges) {
    let (book, before) = (form.book, form.look.records)
    let (dates, switches) = (Self.corrections(in: form), Self.switches(in: form))
    let all = dates + switches + Self.returns(in: form).filter { !switches.contains($0) }
    guard !all.isEmpty else { return nil }
    let fields = (dates: Set(dates.map(\.field)), switches: Set(switches.map(\.field)))
    let gone = Set(dates.filter { $0.value.state != .given }.map(\.field))
    let known = book.clocks.clocks(of: before, at: form.now)
    let after = book.clocks.clocks(of: before.applying(CaseChanges(all, book)), at: form.now)
    let changed = known.compactMap { clock -> Moved? in
      guard clock.rule.isOfLaw else { return nil }
      let next = after.counterpart(of: clock)
      let own = Self.fields(of: clock, next, book)
      var isHeld: Bool?
      if !own.isDisjoint(with: fields.dates) {
        let isGone = !gone.isDisjoint(with: book.ids(clock.rule.startFields))
        isHeld = clock.isHeld(becoming: next, isGone: isGone, at: form.now)
        if clock.isMadeTimely(by: dates, in: before, at: form.now) { isHeld = true }
      } else if !own.isDisjoint(with: fields.switches) {
        isHeld = clock.isHeld(switchedTo: next, at: form.now) ? true : nil
      }
      return isHeld.map { Moved(before: clock, after: next, isHeld: $0) }
    }
    moved = changed + Self.returned(form, from: known, to: after, by: all)
    guard !moved.isEmpty else { return nil }
    let touched = moved.reduce(into: Set<FieldID>()) {
      $0.formUnion(Self.fields(of: $1.before, $1.after, book))
    }
    // An answer and its day go together; but what two people decide has rules and a second person of its own.
    let answers = Self.changes(in: form) { id, known in
      guard let field = book[id], field.type == .code, !field.isMany else { return false }
      return known?.state == .given && touched.contains(id) && field.entityName != "identification"
    }
    corrections = all.filter { touched.contains($0.field) } + answers.filter { !all.contains($0) }
    isPartlySeen = !form.unseen(of: Self.looksAt(form)).isEmpty
  }

  /// What the limits look at that a correction among the changes can move: an earlier day those that ended with it, a
  /// later one those that begin with it too.
  static func looksAt(_ form: CheckedChanges) -> [String] {
    let (book, file) = (form.book, form.look.records)
    let all = corrections(in: form)
    let later = Set(all.filter { !file.isEarlier($0) }.map(\.field))
    let earlier = Set(all.map(\.field)).subtracting(later)
    let rules = book.clocks.rules.filter(\.isOfLaw)
    let asked = rules.filter { rule in
      !book.fields(ofClock: rule).isDisjoint(with: later)
        || !book.ids(rule.end.fields).isDisjoint(with: earlier)
    }.reduce(into: Set<FieldID>()) { $0.formUnion(book.fields(ofClock: $1)) }
    // A limit of which nobody sees that it ended counts as one that runs: that is never less.
    let others = rules.flatMap { $0.startFields + $0.condition.fields + $0.extendedBy.fields }
    let ends = book.ids(rules.flatMap(\.end.fields)).subtracting(book.ids(others))
    return asked.subtracting(ends).sorted().compactMap { book[$0]?.qualifiedName }
  }

  static func fields(
    of clock: CaseClock, _ next: CaseClock?, _ book: RuleBook
  ) -> Set<FieldID> {
    book.fields(ofClock: clock.rule).union(next.map { book.fields(ofClock: $0.rule) } ?? [])
  }

  /// Dates that were recorded and are given another value, or none.
  private static func corrections(in form: CheckedChanges) -> [DateCorrection] {
    let dates = form.book.countedDates
    return changes(in: form) { dates.contains($0) && $1?.state == .given }
  }

  /// What says of which files a limit is and was recorded otherwise; and what lengthens one, also for the first time.
  private static func switches(in form: CheckedChanges) -> [DateCorrection] {
    let (conditions, lengthening, _) = form.book.clockSwitches
    return changes(in: form) { id, known in
      lengthening.contains(id) || conditions.contains(id) && known?.state == .given
    }
  }

  static func changes(
    in form: CheckedChanges, where isMeant: (FieldID, FieldValue?) -> Bool
  ) -> [DateCorrection] {
    func changed(
      _ fields: [FieldID: FieldValue], _ before: [FieldID: FieldValue]?, _ record: RecordID?
    ) -> [DateCorrection] {
      fields.sorted { $0.key < $1.key }.compactMap { id, value in
        guard before?[id] != value, isMeant(id, before?[id]) else { return nil }
        return DateCorrection(field: id, record: record, value: value)
      }
    }
    func values(_ entity: UInt16, _ record: RecordID?) -> [FieldID: FieldValue]? {
      form.look.records.records.first { $0.entity == entity && $0.id == record }?.values
    }
    let own = changed(
      form.changes.operations, values(EntityDefinition.caseNumber, nil), nil)
    return own
      + form.changes.records.filter { $0.target != .new }.flatMap {
        changed($0.fields, values($0.entity, $0.recordID), $0.recordID)
      }
  }
}

extension ClockRule {
  /// A limit or a right; a day to come back to is nobody's limit.
  var isOfLaw: Bool { kind == .duty || kind == .window }

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

  /// The codes that somebody types by which a limit is that of a file, those by which it grows, and those without which
  /// its date begins nothing.
  var clockSwitches: (conditions: Set<FieldID>, lengthening: Set<FieldID>, starting: Set<FieldID>) {
    let rules = clocks.rules.filter { $0.kind == .duty }
    func typed(_ names: [String]) -> Set<FieldID> {
      ids(names).filter { id in
        self[id].map { $0.isTyped && !$0.isMany && ($0.type == .code || $0.type == .bool3) }
          ?? false
      }
    }
    return (
      typed(rules.flatMap(\.condition.fields)), typed(rules.flatMap(\.extendedBy.fields)),
      typed(rules.flatMap(\.startFields))
    )
  }
}

extension CaseRecords {
  /// What a date says that is corrected.
  fileprivate func moment(before correction: DateCorrection) -> Moment? {
    records.first { $0.id == correction.record && $0.values[correction.field] != nil }?
      .values[correction.field].flatMap(Self.moment)
  }

  fileprivate func isEarlier(_ correction: DateCorrection) -> Bool {
    guard let old = moment(before: correction), let new = Self.moment(correction.value)
    else { return false }
    return new <= old
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

  /// The same where what makes it a limit of this file, or lengthens it, is another: only of one that has passed.
  fileprivate func isHeld(switchedTo next: CaseClock?, at now: Moment) -> Bool {
    let standing = standing(at: now)
    guard rule.kind == .duty, standing != .met else { return false }
    let isOver = standing == .overdue || standing == .metLate
    guard isOver || !extended.isEmpty || isStay && standing <= .soon else { return false }
    // An extension that was asked for of another limit was held to that one's last day.
    guard let next, extended.isEmpty || next.extended.map(\.id) == extended.map(\.id)
    else { return true }
    return isHeld(becoming: next, isGone: false, at: now) == true
  }

  /// Whether a day that does not end it yet, for the answer is none so far, is corrected from one behind its end to one
  /// before: with the next form it would end in time.
  fileprivate func isMadeTimely(
    by corrections: [DateCorrection], in file: CaseRecords, at now: Moment
  ) -> Bool {
    guard end == nil else { return false }
    let own = file.book.ids(rule.end.fields)
    return corrections.contains { correction in
      guard own.contains(correction.field), correction.record == nil || correction.record == record,
        let old = file.moment(before: correction), let new = CaseRecords.moment(correction.value)
      else { return false }
      return ended(at: old).standing(at: now) == .metLate
        && ended(at: new).standing(at: now) == .met
    }
  }

  private func ended(at moment: Moment) -> CaseClock {
    CaseClock(
      rule: rule, extended: extended, record: record, start: start, deadline: deadline,
      end: End(at: moment))
  }

  private func ends(before next: CaseClock) -> Bool {
    guard let deadline else { return false }
    guard let later = next.deadline else { return true }
    return deadline.end < later.end || deadline.lastDay < later.lastDay
  }

  /// Of a right that was not used.
  func hasPassed(at now: Moment) -> Bool {
    rule.kind == .window && (deadline.map { now >= $0.end } ?? false)
  }

  var isStay: Bool { rule.start?.firstField == "stay.stay_from" }
}

extension ClockRule {
  fileprivate struct Events: Equatable {
    let start: ClockStart?
    let end: RuleCondition
    let kind: Kind
  }

  fileprivate var events: Events { Events(start: start, end: end, kind: kind) }
}
