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
          rows: list.lines.map(row), ifEmpty: words.nothingDue)
      ], notes: notes, entry: list.entry)
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
      rows: lines.map { Array(row($0).dropFirst().dropLast()) }, ifEmpty: words.nothingDue)
  }

  private func row(_ line: DueLine) -> [Cell] {
    [
      .text(line.caseCode), .code(line.standing.code, label: words.standing(line.standing)),
      line.item.end.map { .limit(WallTime($0)) } ?? .none,
      line.item.lastDay.map { .date($0.text) } ?? .none,
      .code(line.item.clock, label: line.rule.map { words.name($0.label) } ?? line.item.clock),
      line.rule.map { .code($0.citation.text, label: words.cited($0.citation)) } ?? .none,
      line.rule.map { $0.citation.standing(in: words) } ?? .none,
      line.ownerHandle.map { .text($0) } ?? .none,
    ]
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
