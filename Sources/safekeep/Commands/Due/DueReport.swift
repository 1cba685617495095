import Casework
import Vault

/// What is due, as a table.
struct DueReport {
  let words: any Words

  func report(_ list: DueList) -> Report {
    var notes = [words.dueShown(list.lines.count, entry: list.entry)]
    if list.noted > 0 { notes.append(words.overdueNoted(list.noted)) }
    if list.unopened > 0 { notes.append(words.casesNotOpened(list.unopened)) }
    return Report(
      lists: [
        Report.List(
          "due",
          columns: columns,
          rows: rows(list.lines), ifEmpty: words.nothingDue)
      ], notes: notes)
  }

  private var columns: [Report.List.Column] {
    [
      .init("case", words.label(.caseCode)), .init("standing", words.label(.standing)),
      .init("until", words.label(.until)), .init("last_day", words.lastDay),
      .init("clock", words.label(.due)), .init("citation", words.ruleLabel),
      .init("rule", words.ruleStanding), .init("owner", words.label(.owner)),
    ]
  }

  /// The same of one case, for its page.
  func list(_ lines: [DueLine], title: String) -> Report.List {
    Report.List(
      "clocks", title: title, columns: Array(columns.dropFirst().dropLast()),
      rows: rows(lines).map { Array($0.dropFirst().dropLast()) }, ifEmpty: words.nothingDue)
  }

  /// A rule stands in many lines of a long list, and a last day in many that follow each other: both are put into
  /// words once.
  private func rows(_ lines: [DueLine]) -> [[Cell]] {
    var told: [String: Rule] = [:]
    var day: (last: CalendarDay, cell: Cell)?
    return lines.map { line in
      let rule = told[line.item.clock] ?? Rule(line, words)
      told[line.item.clock] = rule
      let last = line.item.lastDay
      if let last, day?.last != last { day = (last, .date(last.text)) }
      return [
        .text(line.caseCode), .code(line.standing.code, label: words.standing(line.standing)),
        line.item.end.map { .limit(WallTime($0)) } ?? .none,
        last == nil ? .none : day?.cell ?? .none,
        rule.name, rule.citation, rule.standing, line.ownerHandle.map { .text($0) } ?? .none,
      ]
    }
  }

  /// What a line says of its rule.
  private struct Rule {
    let name, citation, standing: Cell

    init(_ line: DueLine, _ words: any Words) {
      let (clock, rule) = (line.item.clock, line.rule)
      name = .code(clock, label: rule.map { words.name($0.label) } ?? clock)
      citation = rule.map { .code($0.citation.text, label: words.cited($0.citation)) } ?? .none
      standing = rule.map { $0.citation.standing(in: words) } ?? .none
    }
  }
}

extension CaseClock.Standing {
  /// For programs.
  var code: String {
    switch self {
    case .overdue: "overdue"
    case .dueToday: "due_today"
    case .soon: "soon"
    case .running: "running"
    case .limitUnknown: "limit_unknown"
    case .metLate: "met_late"
    case .met: "met"
    }
  }
}
