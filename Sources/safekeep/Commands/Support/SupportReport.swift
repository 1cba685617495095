import Casework
import Vault

/// What a person has had and what is open to them, under the page of the records.
struct SupportReport {
  let words: any Words

  func report(_ overview: SupportOverview, after page: Report) -> Report {
    var report = page
    if !overview.schoolYears.isEmpty {
      report.fields.append(
        .init("school_years", words.schoolYears, .list(overview.schoolYears.map(Cell.text))))
    }
    report.lists += [given(overview), open(overview)]
    if !overview.ended.isEmpty { report.lists.append(ended(overview)) }
    report.lists.append(limits(overview))
    let unknown = Set(
      overview.clocks.compactMap(\.clock.deadline).filter { !$0.isCalendarKnown }.map(
        \.movedDay.year))
    if !unknown.isEmpty {
      let years = unknown.sorted()
      report.fields.append(
        .init("days_off_unknown", words.daysOffUnknown, .list(years.map(Cell.integer))))
      report.notes.append(
        words.daysOffUnknown(in: years.map(String.init).joined(separator: ", ")))
    }
    report.notes += overview.notes.map { $0.told(in: words) }
    if overview.isCategoryDue { report.notes.append(words.categoryToRecord) }
    if !overview.open.isEmpty { report.notes.append(words.neverOffered(overview.open.count)) }
    return report
  }

  private func given(_ overview: SupportOverview) -> Report.List {
    Report.List(
      "given", title: words.givenSupport,
      columns: [
        .init("regime", words.label(.regime)), .init("recorded", words.timesRecorded),
        .init("delivered", words.timesDelivered), .init("last", words.lastDelivered),
      ],
      rows: overview.given.map { line in
        [
          regime(line), .integer(line.recorded), .integer(line.delivered),
          line.last.map { .date($0.text) } ?? .none,
        ]
      }, ifEmpty: words.noSupport)
  }

  private func open(_ overview: SupportOverview) -> Report.List {
    Report.List(
      "open", title: words.openSupport,
      columns: [
        .init("regime", words.label(.regime)), .init("condition", words.supportCondition),
        .init("citation", words.ruleLabel), .init("rule", words.ruleStanding),
      ],
      rows: overview.open.map { line in
        [
          regime(line), condition(line), .text(words.cited(line.citation)),
          line.citation.standing(in: words),
        ]
      }, ifEmpty: words.nothingOpen)
  }

  private func ended(_ overview: SupportOverview) -> Report.List {
    Report.List(
      "ended", title: words.endedSupport,
      columns: [
        .init("regime", words.label(.regime)), .init("until", words.label(.until)),
        .init("citation", words.ruleLabel), .init("rule", words.ruleStanding),
      ],
      rows: overview.ended.map { line in
        [
          regime(line), overview.windowEnd.map { .date($0.text) } ?? .none,
          .text(words.cited(line.citation)), line.citation.standing(in: words),
        ]
      }, ifEmpty: words.nothingOpen)
  }

  private func limits(_ overview: SupportOverview) -> Report.List {
    Report.List(
      "limits", title: words.supportLimits,
      columns: [
        .init("clock", words.label(.due)), .init("standing", words.label(.standing)),
        .init("until", words.label(.until)), .init("last_day", words.lastDay),
        .init("day", words.dayOfLimit),
        .init("of", words.daysOfLimit),
        .init("citation", words.ruleLabel), .init("rule", words.ruleStanding),
      ], rows: overview.clocks.map(limit), ifEmpty: words.nothingDue)
  }

  private func limit(_ running: SupportOverview.Running) -> [Cell] {
    let rule = running.clock.rule
    return [
      .code(rule.id, label: words.name(rule.label)),
      .code(running.standing.code, label: words.standing(running.standing)),
      running.clock.deadline.map { .date($0.movedDay.text) } ?? .none,
      running.clock.deadline.map { .date($0.lastDay.text) } ?? .none,
      running.day.map(Cell.integer) ?? .none, running.days.map(Cell.integer) ?? .none,
      .text(words.cited(rule.citation)),
      rule.citation.standing(in: words),
    ]
  }

  private func regime(_ line: SupportOverview.Line) -> Cell {
    .code(line.regime.code, label: words.name(line.regime.label))
  }

  /// On what it depends; before the category is set that it may be given all the same.
  private func condition(_ line: SupportOverview.Line) -> Cell {
    guard let right = line.right else { return .text(words.beforeCategory) }
    guard let condition = right.condition, let label = right.label else { return .none }
    return .code(condition, label: words.name(label))
  }
}
