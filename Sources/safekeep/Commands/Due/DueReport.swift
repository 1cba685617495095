import Casework
import Vault

/// What is due, as a table.
struct DueReport {
  let words: any Words
  let calendar: HolidayCalendar

  /// - Parameter limit: how many lines of each standing are told: nobody reads ten thousand, and those that are long
  ///   overdue would hide what is due today.
  func report(_ list: DueList, limit: Int) -> Report {
    let lines = list.lines.first(limit)
    let left = list.lines.count - lines.count
    var notes = [words.dueShown(list.lines.count, entry: list.entry)]
    if left > 0 { notes.append(words.dueLeft(left)) }
    if list.uncounted > 0 { notes.append(words.dueUncounted(list.uncounted)) }
    if list.noted > 0 { notes.append(words.overdueNoted(list.noted)) }
    if list.unopened > 0 { notes.append(words.casesNotOpened(list.unopened)) }
    if !list.spoilt.isEmpty { notes.append(words.dueSpoilt(list.spoilt.joined(separator: ", "))) }
    notes += daysOffNote(list.lines)
    return Report(
      fields: daysOff(list.lines) + spoilt(list)
        + (left > 0 ? [.init("left_out", words.dueLeftLabel, .integer(left))] : [])
        + (list.uncounted > 0
          ? [.init("not_counted", words.dueUncountedLabel, .integer(list.uncounted))] : []),
      lists: [
        Report.List(
          "due",
          columns: columns(lines),
          rows: rows(lines), ifEmpty: words.nothingDue)
      ], notes: notes, entry: list.entry)
  }

  /// What waits for a second person is told only where something does.
  private func columns(_ lines: [DueLine]) -> [Report.List.Column] {
    let asked = [Report.List.Column("asked", words.waitsForApproval)]
    let uncounted = [Report.List.Column("not_counted", words.dueUncountedLabel)]
    return [
      .init("case", words.label(.caseCode)), .init("standing", words.label(.standing)),
      .init("until", words.label(.until)), .init("last_day", words.lastDay),
      .init("clock", words.label(.due), isWhole: true), .init("citation", words.ruleLabel),
      .init("rule", words.ruleStanding), .init("record", words.recordName),
    ] + (lines.areAsked ? asked : []) + (lines.areUncounted ? uncounted : []) + [
      .init("owner", words.label(.owner))
    ]
  }

  /// Years in which limits end and of which nobody entered the days off: they were counted by the fixed days
  /// alone, and may end later (Civil Code 91/2015/QH13 Art. 148(5)).
  private func unknownYears(_ lines: [DueLine]) -> [Int] {
    Set(lines.compactMap { $0.item.lastDay?.year }.filter { !calendar.isKnown($0) }).sorted()
  }

  func daysOff(_ lines: [DueLine]) -> [Report.Field] {
    let years = unknownYears(lines)
    return years.isEmpty
      ? [] : [.init("days_off_unknown", words.daysOffUnknown, .list(years.map(Cell.integer)))]
  }

  /// The limits whose date was corrected so that they end later.
  func corrected(_ lines: [DueLine]) -> [Report.Field] {
    let cells = lines.compactMap { line in
      line.item.corrected.map { day in
        Cell.code(
          line.item.clock,
          label: words.countedSince(
            line.rule.map { words.name($0.label) } ?? line.item.clock,
            from: String(WallTime(line.item.start).forPeople.prefix(10)),
            corrected: DateForm.forPeople(day.text)))
      }
    }
    return cells.isEmpty ? [] : [.init("corrected", words.correctedLimits, .list(cells))]
  }

  private func spoilt(_ list: DueList) -> [Report.Field] {
    list.spoilt.isEmpty
      ? [] : [.init("altered", words.dueSpoiltLabel, .list(list.spoilt.map { .text($0) }))]
  }

  func daysOffNote(_ lines: [DueLine]) -> [String] {
    let years = unknownYears(lines).map(String.init)
    return years.isEmpty ? [] : [words.daysOffUnknown(in: years.joined(separator: ", "))]
  }

  /// The same of one case, for its page.
  func list(_ lines: [DueLine], title: String) -> Report.List {
    Report.List(
      "clocks", title: title, columns: Array(columns(lines).dropFirst().dropLast()),
      rows: rows(lines).map { Array($0.dropFirst().dropLast()) }, ifEmpty: words.nothingDue)
  }

  /// A rule stands in many lines of a long list, and a last day in many that follow each other: both are put into
  /// words once.
  private func rows(_ lines: [DueLine]) -> [[Cell]] {
    var told: [String: Rule] = [:]
    var day: (last: CalendarDay, cell: Cell)?
    let (isAsked, isUncounted) = (lines.areAsked, lines.areUncounted)
    return lines.map { line in
      let rule = told[line.item.clock] ?? Rule(line, words)
      told[line.item.clock] = rule
      let last = line.item.lastDay
      if let last, day?.last != last { day = (last, .date(last.text)) }
      let cells: [Cell] = [
        .text(line.caseCode), .code(line.standing.code, label: words.standing(line.standing)),
        line.item.end.map { .limit(WallTime($0)) } ?? .none,
        last == nil ? .none : day?.cell ?? .none,
        rule.name, rule.citation, rule.standing,
        line.item.record.map { .text(RecordName.text($0.bytes)) } ?? .none,
      ]
      let asked: [Cell] = isAsked ? [line.asked.map { .integer($0) } ?? .none] : []
      let uncounted: [Cell] = isUncounted ? [.flag(line.isUncounted)] : []
      return cells + asked + uncounted + [line.ownerHandle.map { .text($0) } ?? .none]
    }
  }

  /// What a line says of its rule.
  private struct Rule {
    let name, citation, standing: Cell

    init(_ line: DueLine, _ words: any Words) {
      let (clock, rule) = (line.item.clock, line.rule)
      let other = clock == DueItem.review ? words.emergencyReviewDue : clock
      name = .code(clock, label: rule.map { words.name($0.label) } ?? other)
      citation = rule.map { .code($0.citation.text, label: words.cited($0.citation)) } ?? .none
      standing = rule.map { $0.citation.standing(in: words) } ?? .none
    }
  }
}

extension [DueLine] {
  /// The first of each standing, in their order.
  fileprivate func first(_ limit: Int) -> [DueLine] {
    guard count > limit else { return self }
    var told: [CaseClock.Standing: Int] = [:]
    return filter { line in
      let count = told[line.standing, default: 0]
      told[line.standing] = count + 1
      return count < limit
    }
  }

  /// Whether one of them runs only once a second person agrees.
  fileprivate var areAsked: Bool { contains { $0.asked != nil } }

  /// Whether one of them is of a case that was not counted.
  fileprivate var areUncounted: Bool { contains(where: \.isUncounted) }
}

extension CaseClock.Standing {
  /// For programs.
  var code: String {
    switch self {
    case .overdue: "overdue"
    case .atOnce: "at_once"
    case .dueToday: "due_today"
    case .soon: "soon"
    case .running: "running"
    case .limitUnknown: "limit_unknown"
    case .metLate: "met_late"
    case .met: "met"
    }
  }
}
