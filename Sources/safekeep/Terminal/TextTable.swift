/// Rows of cells laid out in columns that fit a width.
struct TextTable {
  /// A heading, and whether the cells below it stand on the right, as numbers do, or may not be cut.
  struct Column {
    let heading: String
    let isNumber: Bool
    /// Times: they are never cut, whatever the width.
    let isWhole: Bool

    init(_ heading: String, isNumber: Bool = false, isWhole: Bool = false) {
      self.heading = heading
      self.isNumber = isNumber
      self.isWhole = isWhole
    }
  }

  /// Below this a column says nothing: a case code is eleven columns, a date ten.
  private static let narrowest = 8
  private static let gap = 2

  let columns: [Column]
  let rows: [[String]]

  /// A cell for each column; a row that is short or long is a mistake of the caller.
  init(columns: [Column], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a cell for each column")
    self.columns = columns
    self.rows = rows.map { $0.map(Escaping.line) }
  }

  /// The lines, the heading first, none wider than `width`; without a width nothing is cut.
  func lines(width: Int?) -> [String] {
    guard !columns.isEmpty else { return [] }
    let widths = fitted(to: width)
    return ([columns.map(\.heading)] + rows).map { line($0, widths) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let laid = cells.indices.map { index in
      let cell = Columns.truncate(cells[index], to: widths[index])
      return Columns.pad(cell, to: widths[index], left: columns[index].isNumber)
    }
    var line = laid.joined(separator: String(repeating: " ", count: Self.gap))
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Natural widths, then the widest column gives way, column by column, until the line fits or
  /// every column is at its narrowest: a terminal may be narrower than any table.
  private func fitted(to width: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(Columns.width(columns[index].heading)) {
        max($0, Columns.width($1[index]))
      }
    }
    guard let width else { return widths }
    let room = width - Self.gap * (columns.count - 1)
    while widths.reduce(0, +) > room, let widest = widestThatGives(widths) {
      widths[widest] -= 1
    }
    return widths
  }

  /// Text gives way before numbers: half a sentence is a sentence cut, half a number a wrong one.
  private func widestThatGives(_ widths: [Int]) -> Int? {
    let giving = widths.indices.filter {
      widths[$0] > Self.narrowest && !columns[$0].isWhole
    }
    let texts = giving.filter { !columns[$0].isNumber }
    return (texts.isEmpty ? giving : texts).max { widths[$0] < widths[$1] }
  }
}
