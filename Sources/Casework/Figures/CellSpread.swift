/// How far apart the numbers can be that somebody with a machine is left in doubt about, all sums and bounds taken
/// together (the "audit" of suppressed tables: A. Hundepool and others, Statistical Disclosure Control, 2012, chapter 4).
///
/// What it says of doubt is shown by two fillings of the tables that differ by it. It looks for them near the number
/// first, everything else left as it is, and farther out as long as it finds none; what it does not find counts as
/// not there, so that it may have more suppressed than need be, never less.
struct CellSpread {
  /// How many numbers are moved together.
  private static let reaches = [24, 96, 384]
  private let lines: CellLines
  /// By how much each number was seen moved down and up.
  private var down: [Double]
  private var up: [Double]

  init(_ lines: CellLines) {
    self.lines = lines
    down = [Double](repeating: 0, count: lines.cells.count)
    up = down
  }

  /// Whether nobody comes nearer than ten to a number. What was found before stays true while more is suppressed.
  mutating func isWide(_ cell: Int, _ unknown: [Bool]) -> Bool {
    var before = 0
    for reach in Self.reaches where !isFound(cell) {
      let near = near(cell, unknown, reach)
      guard near.count > before else { break }
      before = near.count
      look(cell, near)
    }
    return isFound(cell)
  }

  private func isFound(_ cell: Int) -> Bool {
    up[cell] - down[cell] > Double(CellSuppression.least) - 1e-6
  }

  private mutating func look(_ cell: Int, _ near: [Int]) {
    var program = CellProgram(lines, near)
    let wanted = Double(CellSuppression.least)
    let most = program.move(0, to: wanted)
    note(near, program)
    guard most < wanted else { return }
    _ = program.move(0, to: most - wanted)
    note(near, program)
  }

  private mutating func note(_ near: [Int], _ program: CellProgram) {
    let moves = Dictionary(uniqueKeysWithValues: zip(near, program.moves))
    guard holds(moves) else { return }
    for (cell, move) in moves {
      down[cell] = min(down[cell], move)
      up[cell] = max(up[cell], move)
    }
  }

  /// Whether what was found fills the tables, whatever the arithmetic rounded.
  private func holds(_ moves: [Int: Double]) -> Bool {
    let rounding = 1e-6
    guard moves.allSatisfy({ Double(lines.values[$0]) + $1 > -rounding }) else { return false }
    return Set(moves.keys.flatMap { lines.linesOf[$0] }).allSatisfy { number in
      let line = lines.lines[number]
      let sum = zip(line.cells, line.signs).reduce(0) { sum, term in
        sum + Double(term.1) * (Double(lines.values[term.0]) + (moves[term.0] ?? 0))
      }
      return sum > Double(line.low) - rounding && sum < Double(line.high) + rounding
    }
  }

  /// The suppressed numbers that have to do with one, itself first: of a long line the largest, which have most room.
  private func near(_ cell: Int, _ unknown: [Bool], _ reach: Int) -> [Int] {
    var (found, next) = ([cell], 0)
    var seen: Set = [cell]
    while next < found.count {
      let own = lines.linesOf[found[next]].sorted {
        (lines.lines[$0].cells.count, $0) < (lines.lines[$1].cells.count, $1)
      }
      next += 1
      for line in own {
        let others = lines.lines[line].cells.filter { unknown[$0] && !seen.contains($0) }
          .sorted { (lines.values[$1], $0) < (lines.values[$0], $1) }
        for other in others.prefix(max(4, reach / 8)) {
          guard found.count < reach else { return found }
          seen.insert(other)
          found.append(other)
        }
      }
    }
    return found
  }
}
