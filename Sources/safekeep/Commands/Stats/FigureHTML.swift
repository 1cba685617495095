import Casework

/// Figures as a page for printing, in both languages, with charts, and stamped.
struct FigureHTML {
  private let page: FigurePage
  private let language: Language

  init(_ page: FigurePage, in language: Language) {
    (self.page, self.language) = (page, language)
  }

  private static let charted: Set<FigureTable.Name> = [
    .arrivals, .path, .exploitation, .support,
  ]

  var text: String {
    var html = HTMLPage(in: language)
    let figures = page.figures
    html.runningHead(
      { $0.figuresTitle(isForm: figures[.form508] != nil) }, isConfidential: figures.isExact,
      by: page.handle, entry: figures.entry)
    html.heading(1) { $0.figuresTitle(isForm: figures[.form508] != nil) }
    html.paragraph { $0.figuresPeriod(Self.period(figures.period, $0)) }
    if let office = figures.breakdown.office {
      html.paragraph {
        $0.figuresOf(office: FigureNames(book: page.book, words: $0).row(office, in: .reports))
      }
    }
    if let recipient = page.recipient, let citation = page.citation {
      html.paragraph { $0.figuresFor(recipient, by: citation) }
    }
    for note in page.notes(html.words).indices {
      html.paragraph { page.notes($0)[note] }
    }
    for table in figures.tables { add(table, &html) }
    addTargets(&html)
    let (now, entry) = (WallTime(milliseconds: Desk.now()).forPeople, figures.entry)
    html.paragraph { $0.figuresMade(by: Escaping.line(page.handle), at: now, entry: entry) }
    return html.text { $0.figuresTitle(isForm: figures[.form508] != nil) }
  }

  private static func period(_ period: FigurePeriod, _ words: any Words) -> String {
    guard period.first != nil || period.last != nil else { return words.wholePeriod }
    return [period.first, period.last].map { $0.map(DateForm.forPeople) ?? "…" }
      .joined(separator: " – ")
  }

  private func add(_ table: FigureTable, _ html: inout HTMLPage) {
    html.heading(2) { $0.figureTitle(table.name) }
    // What is wide goes down the page, so many rows beside each other: no sheet is wider.
    if table.columns.count > Self.widest {
      for first in stride(from: 0, to: table.rows.count, by: Self.widest) {
        let rows = table.rows[first..<min(first + Self.widest, table.rows.count)]
        add(Array(rows), of: table, isTurned: true, &html)
      }
    } else {
      add(table.rows, of: table, isTurned: false, &html)
    }
    if Self.charted.contains(table.name) { addChart(table, &html) }
  }

  private static let widest = 8

  private func add(
    _ shown: [FigureTable.Row], of table: FigureTable, isTurned: Bool, _ html: inout HTMLPage
  ) {
    let (rows, columns) = (shown.map(\.key), table.columns)
    func name(row: String) -> (any Words) -> String {
      { FigureNames(book: page.book, words: $0).row(row, in: table.name) }
    }
    func name(column: String) -> (any Words) -> String {
      { FigureNames(book: page.book, words: $0).column(column, in: table.name) }
    }
    let numbers = shown.map { $0.values.map { $0.map(String.init) ?? "*" } }
    if isTurned {
      html.grid(
        head: rows.map(name(row:)),
        rows: columns.indices.map { index in
          (name(column: columns[index]), numbers.map { $0[index] })
        })
    } else {
      html.grid(
        head: columns.map(name(column:)),
        rows: zip(rows, numbers).map { (name(row: $0), $1) })
    }
  }

  private func addChart(_ table: FigureTable, _ html: inout HTMLPage) {
    let names = FigureNames(book: page.book, words: html.words)
    let bars = table.rows.filter { $0.key != FigureTable.total }.map { row in
      BarChart.Bar(
        name: names.row(row.key, in: table.name), value: row.values.first ?? nil)
    }
    html.chart(BarChart(bars: bars))
  }

  private func addTargets(_ html: inout HTMLPage) {
    guard !page.shares.isEmpty else { return }
    html.heading(2) { $0.targetsTitle }
    html.grid(
      head: [
        { $0.figureShare }, { $0.figureTarget }, { $0.targetReached }, { $0.label(.citation) },
      ],
      rows: page.shares.map { target, share in
        (
          { $0.figureColumn(target.column) },
          [
            share.map { $0.text + " %" } ?? "*",
            (target.isMore ? "> " : "") + "\(target.percent) %",
            share.map { $0.isReached ? html.words.yes : html.words.no } ?? "*",
            html.words.cited(target.citation) + ", "
              + target.citation.standing(in: html.words).shown(in: html.words),
          ]
        )
      })
  }
}
