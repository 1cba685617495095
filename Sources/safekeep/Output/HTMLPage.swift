/// One self-contained page for printing: no script, no picture, nothing fetched from anywhere, so that it
/// shows the same on a machine without a network and tells nobody that it was opened.
struct HTMLPage {
  /// The language of the page first, the other beside it.
  let words: any Words
  let other: any Words
  private(set) var body: [String] = []
  /// What stands at the head of every sheet.
  private var running: String?

  init(in language: Language) {
    words = language.words
    other = (language == .vietnamese ? Language.english : .vietnamese).words
  }

  /// A sentence in both languages.
  func both(_ say: (any Words) -> String) -> String {
    let (own, beside) = (say(words), say(other))
    guard own != beside else { return HTMLText.lines(own) }
    let translated = HTMLText.lines(beside)
    return "\(HTMLText.lines(own)) <span class=\"other\" lang=\"\(other.language.rawValue)\">"
      + "\(translated)</span>"
  }

  /// The head of every sheet: what the page is, and the stamp. A sheet that comes away from the others still says
  /// which case it is of, and under no other first sheet does it prove anything.
  mutating func runningHead(
    _ title: (any Words) -> String, isConfidential: Bool, by handle: String, entry: Int
  ) {
    let now = WallTime(milliseconds: Desk.now()).forPeople
    running = both { words in
      (isConfidential ? words.confidential + " · " : "") + title(words) + " · "
        + words.printedBy(Escaping.line(handle), at: now, entry: entry)
    }
  }

  mutating func heading(_ level: Int, _ say: (any Words) -> String) {
    body.append("<h\(level)>\(both(say))</h\(level)>")
  }

  mutating func paragraph(_ say: (any Words) -> String) { body.append("<p>\(both(say))</p>") }

  typealias Row = (name: (any Words) -> String, value: (any Words) -> String)

  /// Rows of two columns, each in both languages.
  mutating func table(_ rows: [Row]) {
    guard !rows.isEmpty else { return }
    body.append("<table>")
    for row in rows {
      body.append("<tr><th scope=\"row\">\(both(row.name))</th><td>\(both(row.value))</td></tr>")
    }
    body.append("</table>")
  }

  /// A table of numbers under a heading for each column; the first column names the row.
  mutating func grid(
    head: [(any Words) -> String], rows: [(name: (any Words) -> String, values: [String])]
  ) {
    guard !rows.isEmpty else { return }
    let head = head.map { "<th scope=\"col\">\(both($0))</th>" }.joined()
    body.append("<table class=\"grid\"><thead><tr><td></td>\(head)</tr></thead>")
    for row in rows {
      let cells = row.values.map { "<td class=\"number\">\(HTMLText.escaped($0))</td>" }.joined()
      body.append("<tr><th scope=\"row\">\(both(row.name))</th>\(cells)</tr>")
    }
    body.append("</table>")
  }

  mutating func list(_ items: [(any Words) -> String]) {
    guard !items.isEmpty else { return }
    body.append("<ul>" + items.map { "<li>\(both($0))</li>" }.joined() + "</ul>")
  }

  /// A question a row: boxes to tick, each once and in both languages, or room to write.
  mutating func questions(
    _ rows: [(name: (any Words) -> String, boxes: [(any Words) -> String])],
    states: [(any Words) -> String]
  ) {
    func ticks(_ boxes: [(any Words) -> String]) -> String {
      boxes.map { "<span class=\"tick\">☐&nbsp;\(both($0))</span>" }.joined(separator: " ")
    }
    let ways = "<small class=\"ways\">\(ticks(states))</small>"
    body.append("<table>")
    for row in rows {
      let room = row.boxes.isEmpty ? "<p class=\"room\">&nbsp;</p>" : ticks(row.boxes) + "<br>"
      body.append("<tr><th scope=\"row\">\(both(row.name))</th><td>\(room)\(ways)</td></tr>")
    }
    body.append("</table>")
  }

  /// Who hands the page out. A vault knows no office by its name and address: they are written by hand, or stamped.
  mutating func office() {
    let blank: (any Words) -> String = { _ in "" }
    body.append("<div class=\"office\">")
    table([
      ({ $0.senderOffice }, blank), ({ $0.senderAddress }, blank), ({ $0.senderContact }, blank),
    ])
    body.append("</div>")
  }

  /// Room to write by hand.
  mutating func room(lines: Int) {
    body.append(String(repeating: "<p class=\"room\">&nbsp;</p>", count: lines))
  }

  /// Boxes in which somebody signs, or puts the thumb, below who that is.
  mutating func signatures(_ who: [(any Words) -> String]) {
    let boxes = who.map {
      "<td>\(both($0))<br><small>\(both { $0.thumbprint })</small><div class=\"sign\"></div>"
        + "<small>\(both { $0.nameByHand })</small></td>"
    }
    body.append("<table class=\"signatures\"><tr>\(boxes.joined())</tr></table>")
    paragraph { $0.dayAndPlace + ": …………………………………………" }
  }

  mutating func chart(_ chart: BarChart) {
    guard !chart.bars.isEmpty else { return }
    body.append(chart.svg)
  }

  func text(title: (any Words) -> String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(words.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(HTMLText.escaped(title(words)))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    \(sheets)
    </body>
    </html>

    """
  }

  /// The head of a table stands on every sheet that the table goes on (CSS 2.2, section 17.2): browsers print a
  /// running head so, and keep the room for it free.
  private var sheets: String {
    let content = body.joined(separator: "\n")
    guard let running else { return content }
    return """
      <table class="sheet"><thead><tr><td><p class="running">\(running)</p></td></tr></thead>
      <tbody><tr><td>
      \(content)
      </td></tr></tbody></table>
      """
  }

  private static let style = """
    body { font: 11pt/1.45 serif; margin: 2em auto; max-width: 46em; color: #000; background: #fff; }
    h1 { font-size: 16pt; } h2 { font-size: 13pt; margin-top: 1.6em; } h3 { font-size: 11pt; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border: 1px solid #666; padding: .25em .5em; text-align: left; vertical-align: top; }
    th { width: 38%; font-weight: normal; }
    .grid th { width: auto; } .number { text-align: right; font-variant-numeric: tabular-nums; }
    .tick { margin-right: .8em; } .ways { color: #444; }
    .room { border-bottom: 1px dotted #666; margin: .4em 0; } .sign { height: 6em; }
    .office td { height: 2.2em; }
    .sheet > thead > tr > td, .sheet > tbody > tr > td { border: 0; padding: 0 1px; }
    .running { border-bottom: 1px solid #666; margin: 0 0 1em; padding-bottom: .3em; font-size: 9pt; }
    .signatures td { width: 25%; } .signatures { break-inside: avoid; margin-top: 1em; }
    svg { width: 100%; margin: .8em 0; font: 11px sans-serif; } rect { fill: #555; }
    .other { color: #444; font-style: italic; font-size: 90%; }
    @page { size: A4; margin: 2cm; @bottom-right { content: counter(page) "/" counter(pages); } }
    @media print { body { margin: 0; max-width: none; } h2, h3, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
      .sheet > tbody > tr { break-inside: auto; }
      rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
    """
}
