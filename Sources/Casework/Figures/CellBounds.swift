/// What an attacker with paper and pencil knows of each number that is not shown: how small and how large it can be.
/// Every line bounds each of its numbers by what is known of the others; that is done until nothing changes.
struct CellBounds {
  private let lines: CellLines
  private(set) var unknown: [Bool]
  private var low: [Int]
  private var high: [Int]
  /// What was known of each number before more was learned, the last at the end, where that may be taken back.
  private var journal: [(cell: Int, low: Int, high: Int, unknown: Bool)] = []
  private var waits: [Bool]

  init(_ lines: CellLines, unknown: [Bool]) {
    (self.lines, self.unknown) = (lines, unknown)
    (low, high) = (lines.values, lines.values)
    waits = [Bool](repeating: false, count: lines.lines.count)
    let open = lines.values.indices.filter { unknown[$0] }
    for cell in open { (low[cell], high[cell]) = (0, CellLines.open) }
    _ = learn(from: open)
    journal = []
  }

  /// Everything that was shown since is kept back again.
  mutating func takeBack() {
    while let one = journal.popLast() {
      (low[one.cell], high[one.cell], unknown[one.cell]) = (one.low, one.high, one.unknown)
    }
  }

  /// What was shown stays shown.
  mutating func keep() { journal = [] }

  private mutating func note(_ cell: Int) {
    journal.append((cell, low[cell], high[cell], unknown[cell]))
  }

  /// Whether somebody who knows this knows the number to within less than ten.
  func isNarrow(_ cell: Int) -> Bool { high[cell] - low[cell] < CellSuppression.least }

  /// Shows a number.
  ///
  /// - Returns: the numbers of which more is known now.
  mutating func show(_ cell: Int) -> Set<Int> {
    note(cell)
    unknown[cell] = false
    (low[cell], high[cell]) = (lines.values[cell], lines.values[cell])
    return learn(from: [cell])
  }

  /// Looks at the lines of some cells, and at those of whatever comes out, until nothing does.
  private mutating func learn(from cells: [Int]) -> Set<Int> {
    var learned: Set<Int> = []
    var queue: [Int] = []
    for cell in cells { wait(cell, &queue) }
    var next = 0
    while next < queue.count {
      let line = queue[next]
      next += 1
      waits[line] = false
      for cell in tighten(lines.lines[line]) {
        learned.insert(cell)
        wait(cell, &queue)
      }
    }
    return learned
  }

  private mutating func wait(_ cell: Int, _ queue: inout [Int]) {
    for line in lines.linesOf[cell] where !waits[line] {
      waits[line] = true
      queue.append(line)
    }
  }

  /// - Returns: the numbers of which more is known than before.
  private mutating func tighten(_ line: CellLines.Line) -> [Int] {
    let (least, most) = ends(of: line)
    var changed: [Int] = []
    for (cell, sign) in zip(line.cells, line.signs) where unknown[cell] {
      let own = ends(cell, sign)
      // What the term itself can be, the others being as large or as small as they can.
      var (lower, upper) = own
      let hasLow = own.low > -CellLines.open
      if line.high < CellLines.open, least.open == (hasLow ? 0 : 1) {
        upper = min(upper, line.high - least.sum + (hasLow ? own.low : 0))
      }
      let hasHigh = own.high < CellLines.open
      if line.low > -CellLines.open, most.open == (hasHigh ? 0 : 1) {
        lower = max(lower, line.low - most.sum + (hasHigh ? own.high : 0))
      }
      guard (lower, upper) != own else { continue }
      note(cell)
      (low[cell], high[cell]) = sign > 0 ? (lower, upper) : (-upper, -lower)
      changed.append(cell)
    }
    return changed
  }

  private func ends(_ cell: Int, _ sign: Int) -> (low: Int, high: Int) {
    sign > 0 ? (low[cell], high[cell]) : (-high[cell], -low[cell])
  }

  /// The least and the most that the terms come to, and how many of them have no end.
  private func ends(
    of line: CellLines.Line
  ) -> (least: (sum: Int, open: Int), most: (sum: Int, open: Int)) {
    var (least, most) = ((sum: 0, open: 0), (sum: 0, open: 0))
    for (cell, sign) in zip(line.cells, line.signs) {
      let own = ends(cell, sign)
      if own.low == -CellLines.open { least.open += 1 } else { least.sum += own.low }
      if own.high == CellLines.open { most.open += 1 } else { most.sum += own.high }
    }
    return (least, most)
  }
}
