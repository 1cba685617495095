/// The clocks of a rule book, and what of them runs in a file.
public final class ClockTable: Sendable {
  public let rules: [ClockRule]
  let calendar: HolidayCalendar
  private let byID: [String: SharedRule]
  private let extensions: [String: [ClockRule]]
  /// The rules by which a clock begins, and of each the place of its first field among all of those.
  private let beginning: [(rule: ClockRule, first: Int)]
  private let firstFields: [String?]

  init(_ rules: [ClockRule], _ calendar: HolidayCalendar) {
    self.rules = rules
    self.calendar = calendar
    byID = Dictionary(
      rules.map { ($0.id, SharedRule($0)) }, uniquingKeysWith: { first, _ in first })
    extensions = Dictionary(
      grouping: rules.filter { $0.extends != nil }, by: { $0.extends ?? "" })
    var names: [String?] = []
    beginning = rules.filter { $0.extends == nil && $0.kind != .reference }.map { rule in
      let name = rule.start?.firstField
      if let place = names.firstIndex(of: name) { return (rule, place) }
      names.append(name)
      return (rule, names.count - 1)
    }
    firstFields = names
  }

  public subscript(id: String) -> ClockRule? { byID[id]?.rule }

  func shared(_ id: String) -> SharedRule? { byID[id] }

  /// Every clock that an event of the file has started by now, whatever became of it.
  ///
  /// A rule holds for a clock by the day on which the clock started, and by that on which the file was opened
  /// (`RuleDay`): rules are never retroactive.
  public func clocks(of file: CaseRecords, at now: Moment) -> [CaseClock] {
    let holders = firstFields.map { self.holders(of: $0, file) }
    var found: [CaseClock] = []
    for (rule, first) in beginning {
      for record in holders[first] {
        if let clock = clock(rule, record, file, now) { found.append(clock) }
      }
    }
    return found
  }

  /// The same limit as it would run in a file that does not have it now: from the same events, without an extension.
  func resting(
    _ rule: ClockRule, _ record: CaseRecords.Record?, _ file: CaseRecords, at now: Moment
  ) -> CaseClock? {
    guard let start = start(of: rule, record, file, now) else { return nil }
    return CaseClock(
      rule: rule, extended: [], record: record?.id, start: start,
      deadline: deadline(of: rule, start, record, file), end: nil)
  }

  /// The rule that an extension lengthens in the end; itself where it is none.
  func first(of rule: ClockRule) -> ClockRule {
    rule.extends.flatMap { self[$0] }.map(first) ?? rule
  }

  // MARK: The rows of a file

  /// Whether a row holds for something in a file, of the rows that count between the same events in such files.
  func holds(
    _ rule: ClockRule, _ record: CaseRecords.Record?, _ file: CaseRecords, on day: CalendarDay
  ) -> Bool {
    file.ruleDay(of: day).holds(
      rule, among: kind(of: rule).filter { file.holds($0.condition, in: record) })
  }

  /// The row that counts in a file as one of the built-in book does, whatever it is called by now; that one where
  /// none is in force, as of days before it.
  func row(like id: String, in file: CaseRecords, on day: CalendarDay) -> ClockRule? {
    guard let known = self[id] else { return nil }
    return kind(of: known).first {
      file.holds($0.condition) && holds($0, nil, file, on: day)
    } ?? known
  }

  /// The rows by which a clock of a file could grow, as it stands.
  func extensions(of clock: CaseClock, in file: CaseRecords) -> [ClockRule] {
    (extensions[clock.rule.id] ?? []).filter {
      holds($0, nil, file, on: clock.start.dayInVietnam)
    }
  }

  private func kind(of rule: ClockRule) -> [ClockRule] {
    let family = LastingRow.family(rule, self)
    return rules.filter { LastingRow.family($0, self) == family }
  }

  /// A clock whose first event belongs to a kind of record of which there may be many runs in each.
  private func holders(of first: String?, _ file: CaseRecords) -> [CaseRecords.Record?] {
    guard let name = first, let field = file.book[name],
      file.book.entity(field.entity)?.isMany == true
    else { return [nil] }
    return file.records(holding: name)
  }

  private func clock(
    _ rule: ClockRule, _ record: CaseRecords.Record?, _ file: CaseRecords, _ now: Moment
  ) -> CaseClock? {
    guard file.holds(rule.condition, in: record),
      let own = start(of: rule, record, file, now), own <= now
    else { return nil }
    let start = start(ofStay: record, rule, file) ?? own
    guard holds(rule, record, file, on: start.dayInVietnam) else { return nil }
    let longer = extensions(of: rule, record, file, on: start.dayInVietnam)
    let current = longer.last?.rule ?? rule
    let deadline = deadline(of: current, start, longer.last?.decided ?? record, file)
    return CaseClock(
      rule: current, extended: Array(([rule] + longer.map(\.rule)).dropLast()), record: record?.id,
      start: start, deadline: deadline, end: end(of: current, by: deadline, record, file))
  }

  /// When the stays began of which this one is the last; nil where it is no stay. They are one stay, and keep the row
  /// under which it began, whatever row came meanwhile. Days before any such row was in force do not count.
  private func start(
    ofStay record: CaseRecords.Record?, _ rule: ClockRule, _ file: CaseRecords
  ) -> Moment? {
    guard let record, rule.start?.firstField == "stay.stay_from" else { return nil }
    let rows = kind(of: rule).filter { file.holds($0.condition, in: record) }
    return ([record] + file.stays(before: record))
      .compactMap { file.moment("stay.stay_from", in: $0) }
      .filter { began in
        let day = file.ruleDay(of: began.dayInVietnam)
        return rows.contains { day.holds($0, among: rows) }
      }.min()
  }

  /// An extension that the file has, and the record that grants it.
  private typealias Granted = (rule: ClockRule, decided: CaseRecords.Record?)

  /// The extensions of a clock, one after the other, under the rules that it began under. Where a
  /// limit can grow in two ways, the one on which the file goes further: a third party that has to act, and
  /// then an extension, is more than the extension alone.
  private func extensions(
    of rule: ClockRule, _ record: CaseRecords.Record?, _ file: CaseRecords, on day: CalendarDay
  ) -> [Granted] {
    (extensions[rule.id] ?? []).compactMap { next -> [Granted]? in
      guard holds(next, record, file, on: day), file.holds(next.condition, in: record),
        let decided = holders(of: next.extendedBy, record, file)
          .first(where: { file.holds(next.extendedBy, in: $0) })
      else { return nil }
      return [(next, decided)] + extensions(of: next, record, file, on: day)
    }.max { $0.count < $1.count } ?? []
  }

  /// The records in which an extension can stand: that of the clock, or each of another kind of which a case
  /// can have several. One step must not take the day of another (Law 53/2024 Art. 27(3)).
  private func holders(
    of condition: RuleCondition, _ record: CaseRecords.Record?, _ file: CaseRecords
  ) -> [CaseRecords.Record?] {
    guard let name = condition.fields.first, let field = file.book[name],
      file.book.entity(field.entity)?.isMany == true
    else { return [record] }
    // What lengthened a stay before lengthens the one that goes on from it.
    if let record, record.entity == field.entity {
      return [record] + (name.hasPrefix("stay.") ? file.stays(before: record) : [])
    }
    return file.records(holding: name)
  }

  private func deadline(
    of rule: ClockRule, _ start: Moment, _ record: CaseRecords.Record?, _ file: CaseRecords
  ) -> Deadline? {
    if rule.limit.unit == .atOnce, let day = lastDay(before: start, rule, record, file) {
      return Deadline(last: day, moved: day, isCalendarKnown: true)
    }
    let longest = rule.limit.deadline(from: start, calendar)
    guard let name = rule.given,
      let decided = file.values(name, in: record).compactMap(CaseRecords.moment).max()
    else { return longest }
    let day = decided.dayInVietnam
    // What was decided to end on a day ends on it: Art. 148(5) moves the end of a time in which to act.
    guard !rule.isSetDay
    else { return Deadline(last: day, moved: day, isCalendarKnown: true) }
    let chosen = Deadline(last: day, calendar)
    guard let longest else { return chosen }
    return chosen.end < longest.end ? chosen : longest
  }

  /// What is due at once when a limit ends with its last day is due on that day, at 24:00 (Civil Code Art.
  /// 148(6)), and not on the next, which the same moment begins.
  private func lastDay(
    before start: Moment, _ rule: ClockRule, _ record: CaseRecords.Record?, _ file: CaseRecords
  ) -> CalendarDay? {
    for case .endOfClock(let id) in rule.start?.events ?? [] {
      guard let limit = self[id].flatMap({ clock($0, record, file, start) })?.deadline,
        limit.end == start, Moment(endOf: limit.movedDay) == start
      else { continue }
      return limit.movedDay
    }
    return nil
  }

  /// A day that somebody set to come back on is one on which nobody came yet, whatever was done before it: what was
  /// reviewed and prolonged ends on another day.
  private func end(
    of rule: ClockRule, by deadline: Deadline?, _ record: CaseRecords.Record?, _ file: CaseRecords
  ) -> CaseClock.End? {
    if SupportWindow.isEnding(rule) { return SupportWindow(file).end }
    guard !rule.end.terms.isEmpty, file.holds(rule.end, in: record) else { return nil }
    let at = file.moment(of: rule.end, in: record)
    if rule.isSetDay, let at, let deadline, at.dayInVietnam < deadline.lastDay { return nil }
    return CaseClock.End(at: at)
  }

  private func start(
    of rule: ClockRule, _ record: CaseRecords.Record?, _ file: CaseRecords, _ now: Moment
  ) -> Moment? {
    guard let events = rule.start else { return nil }
    let moments = events.events.compactMap { event -> Moment? in
      switch event {
      case .recorded(let condition): file.moment(of: condition, in: record)
      case .endOfClock(let id):
        self[id].flatMap { clock($0, record, file, now) }?.deadline?.end
      }
    }
    return events.isEarliest ? moments.min() : moments.first
  }
}
