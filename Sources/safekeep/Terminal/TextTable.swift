/// Rows of cells laid out in columns that fit a width.
struct TextTable {
  /// A heading, and whether the cells below it stand on the right, as numbers do, or may not be cut.
  struct Column {
    let heading: String
    let isNumber: Bool
    /// Times, and codes and names that a command takes: they are never cut, whatever the width.
    let isWhole: Bool

    init(_ heading: String, isNumber: Bool = false, isWhole: Bool = false) {
      self.heading = heading
      self.isNumber = isNumber
      self.isWhole = isWhole
    }
  }

  /// Below this a column says nothing: a case code is eleven columns, a date ten.
  private static let narrowest = 8
  /// No terminal is narrower than this and still of use.
  private static let foldsFrom = 24
  static let gap = 2

  let columns: [Column]
  let rows: [[String]]

  /// A cell for each column; a row that is short or long is a mistake of the caller.
  init(columns: [Column], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a cell for each column")
    self.columns = columns
    self.rows = rows.map { $0.map(Escaping.line) }
  }

  /// The lines, the heading first, none wider than `width`; without a width nothing is cut. Where even cut texts do
  /// not make room for what is never cut, a row goes on below itself (`FoldedTable`).
  func lines(width: Int?) -> [String] {
    guard !columns.isEmpty else { return [] }
    guard let widths = fitted(to: width) else {
      return FoldedTable(self, width: width ?? Self.foldsFrom).lines
    }
    return ([columns.map(\.heading)] + rows).map { line($0, widths) }
  }

  /// The first cells of a row, each as wide as its column.
  func line(_ cells: [String], _ widths: [Int]) -> String {
    let laid = widths.indices.map { index in
      let cell = Columns.truncate(cells[index], to: widths[index])
      return Columns.pad(cell, to: widths[index], left: columns[index].isNumber)
    }
    var line = laid.joined(separator: String(repeating: " ", count: Self.gap))
    while line.last == " " { line.removeLast() }
    return line
  }

  /// What its cells take, and of its heading no more than shows what it is.
  func widthOfCells(_ index: Int) -> Int {
    let heading = min(Columns.width(columns[index].heading), Self.narrowest)
    return rows.reduce(heading) { max($0, Columns.width($1[index])) }
  }

  /// Natural widths, then the widest column that may gives way, column by column, until the line fits.
  ///
  /// - Returns: nil where it does not fit so. A terminal may be narrower than any table: that one wraps as it can.
  private func fitted(to width: Int?) -> [Int]? {
    let cells = columns.indices.map(widthOfCells)
    var widths = columns.indices.map { max(cells[$0], Columns.width(columns[$0].heading)) }
    guard let width else { return widths }
    let room = width - Self.gap * (columns.count - 1)
    // Half a sentence is a sentence cut; half a number, a code or a name is a wrong one. A heading gives way too.
    let least = columns.indices.map {
      columns[$0].isNumber || columns[$0].isWhole ? cells[$0] : min(widths[$0], Self.narrowest)
    }
    while widths.reduce(0, +) > room, let widest = widest(widths, above: least) {
      widths[widest] -= 1
    }
    return widths.reduce(0, +) > room && width >= Self.foldsFrom ? nil : widths
  }

  private func widest(_ widths: [Int], above least: [Int]) -> Int? {
    widths.indices.filter { widths[$0] > least[$0] }.max { widths[$0] < widths[$1] }
  }
}
