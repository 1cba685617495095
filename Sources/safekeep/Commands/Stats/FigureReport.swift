import Casework

/// Figures on a terminal, in a pipe, in JSON.
struct FigureReport {
  private let page: FigurePage
  private let words: any Words
  private let isForPeople: Bool
  private let names: FigureNames

  /// A terminal has room for so many columns of numbers; a wider table is told number by number.
  private static let widest = 6

  init(_ page: FigurePage, _ desk: Desk) {
    (self.page, words) = (page, desk.words)
    isForPeople = desk.format == .table
    names = FigureNames(book: page.book, words: desk.words)
  }

  var report: Report { made(isLong: !isForPeople) }

  /// Every table number by number: for files that programs read.
  var wholly: Report { made(isLong: true) }

  private func made(isLong: Bool) -> Report {
    let figures = page.figures
    var fields: [Report.Field] = [
      .init("since", words.label(.since), figures.period.first.map { .date($0) } ?? .none),
      .init("until", words.label(.until), figures.period.last.map { .date($0) } ?? .none),
      .init("exact", words.exactFigures, .flag(figures.isExact)),
    ]
    if let office = figures.breakdown.office {
      fields.append(
        .init(
          "office", words.figureRow(.reports), .code(office, label: names.row(office, in: .reports))
        ))
    }
    if let recipient = page.recipient, let citation = page.citation {
      fields.append(.init("recipient", words.figureRecipient, .text(recipient)))
      fields.append(.init("citation", words.label(.citation), .text(citation)))
    }
    fields += FigurePage.notCounted(figures.waiting, unopened: figures.unopened, in: words)
    let lists = figures.tables.map { table in
      isLong || table.columns.count > Self.widest ? long(table) : wide(table)
    }
    return Report(
      fields: fields, lists: lists + targets,
      notes: [words.lookRecorded(entry: figures.entry)] + page.notes(words), entry: figures.entry)
  }

  private func wide(_ table: FigureTable) -> Report.List {
    Report.List(
      table.name.rawValue, title: words.figureTitle(table.name),
      columns: [.init("row", words.figureRow(table.name))]
        + table.columns.map { .init($0, names.column($0, in: table.name)) },
      rows: table.rows.map { row in
        [.code(row.key, label: names.row(row.key, in: table.name))] + row.values.map(number)
      }, ifEmpty: words.noFigures)
  }

  private func long(_ table: FigureTable) -> Report.List {
    Report.List(
      table.name.rawValue, title: words.figureTitle(table.name),
      columns: [
        .init("row", words.figureRow(table.name)), .init("column", words.figureOf),
        .init("number", words.figureNumber),
      ],
      rows: table.rows.flatMap { row in
        zip(table.columns, row.values).filter { !isForPeople || $1 != 0 }.map { column, value in
          [
            .code(row.key, label: names.row(row.key, in: table.name)),
            .code(column, label: names.column(column, in: table.name)), number(value),
          ]
        }
      }, ifEmpty: words.noFigures)
  }

  private func number(_ value: Int?) -> Cell {
    value.map { .integer($0) } ?? .code("suppressed", label: "*")
  }

  private var targets: [Report.List] {
    guard !page.shares.isEmpty else { return [] }
    return [
      Report.List(
        "targets", title: words.targetsTitle,
        columns: [
          .init("of", words.figureOf), .init("share", words.figureShare),
          .init("target", words.figureTarget), .init("reached", words.targetReached),
          .init("citation", words.label(.citation)), .init("standing", words.ruleStanding),
        ],
        rows: page.shares.map { target, share in
          [
            .code(target.column, label: words.figureColumn(target.column)),
            share.map { .text($0.text + " %") } ?? number(nil),
            .text((target.isMore ? "> " : "") + "\(target.percent) %"),
            share.map { .flag($0.isReached) } ?? number(nil),
            .code(target.citation.text, label: words.cited(target.citation)),
            target.citation.standing(in: words),
          ]
        }, ifEmpty: words.noFigures)
    ]
  }
}
