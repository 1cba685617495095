/// Numbers as they are counted.
struct FigureTally {
  private(set) var cells: [FigureCell: Int] = [:]
  /// How much of a number is of somebody, or of a file, that was counted in it already: twelve lessons of one person
  /// are one person.
  private(set) var again: [FigureCell: Int] = [:]
  /// How often each number of days, by span, and by what it is broken down by.
  private(set) var days: [String: [Int: Int]] = [:]

  mutating func count(_ table: FigureTable.Name, _ row: String, _ column: String) {
    cells[FigureCell(table, row, column), default: 0] += 1
  }

  /// Counts what one person or file can be in several times.
  mutating func count(
    _ table: FigureTable.Name, _ row: String, _ column: String, _ seen: inout Set<FigureCell>
  ) {
    let cell = FigureCell(table, row, column)
    cells[cell, default: 0] += 1
    if !seen.insert(cell).inserted { again[cell, default: 0] += 1 }
  }

  mutating func count(_ number: Int, of span: String) {
    days[span, default: [:]][number, default: 0] += 1
  }

  /// The same under other names; what comes under one name is added up.
  func renamed(_ name: (FigureCell) -> FigureCell) -> FigureTally {
    var tally = FigureTally()
    tally.days = days
    for (cell, number) in cells { tally.cells[name(cell), default: 0] += number }
    for (cell, number) in again { tally.again[name(cell), default: 0] += number }
    return tally
  }
}
