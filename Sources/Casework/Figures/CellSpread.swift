/// How far apart the numbers can be that somebody with a machine is left in doubt about, all sums and bounds taken
/// together (the "audit" of suppressed tables: A. Hundepool and others, Statistical Disclosure Control, 2012, chapter 4).
///
/// What it says of doubt is shown by two fillings of the tables that differ by it. It begins near the number, everything
/// else left as it is, and takes in what the lines that stop it would give most for ("column generation": G. B. Dantzig
/// and P. Wolfe, 1960), until it has enough or nothing helps any more. What it does not find counts as not there, so
/// that it may have more suppressed than need be, never less.
struct CellSpread {
  /// How many numbers it begins with, how many it takes in at a time, and how many it moves together at most.
  private static let (start, step, most) = (16, 12, 320)
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
    if isFound(cell) { return true }
    var near = near(cell, unknown)
    for isUp in [true, false] {
      while near.count < Self.most {
        var program = CellProgram(lines, near)
        _ = program.move(0, to: isUp ? Self.least : up[cell] - Self.least)
        note(near, program)
        if isFound(cell) { return true }
        let more = helping(program, near, unknown, isUp)
        if more.isEmpty { break }
        near += more
      }
    }
    return false
  }

  private static let least = Double(CellSuppression.least)

  private func isFound(_ cell: Int) -> Bool { up[cell] - down[cell] > Self.least - 1e-6 }

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

  /// The suppressed numbers on the lines of one, itself first, and on theirs.
  private func near(_ cell: Int, _ unknown: [Bool]) -> [Int] {
    var (found, next) = ([cell], 0)
    while next < found.count, found.count < Self.start {
      for line in lines.linesOf[found[next]] { take(line, unknown, &found) }
      next += 1
    }
    return found
  }

  /// Of a line the largest, which have most room.
  private func take(_ line: Int, _ unknown: [Bool], _ found: inout [Int]) {
    let others = lines.lines[line].cells.filter { unknown[$0] && !found.contains($0) }
    let largest = others.sorted { (lines.values[$1], $0) < (lines.values[$0], $1) }
    found += largest.prefix(2)
  }

  /// The suppressed numbers that would let it go farther, with those beside them on short lines.
  private func helping(
    _ program: CellProgram, _ near: [Int], _ unknown: [Bool], _ isUp: Bool
  ) -> [Int] {
    var gains: [Int: Double] = [:]
    let taken = Set(near)
    for (line, price) in program.prices(of: 0) {
      for (cell, sign) in zip(lines.lines[line].cells, lines.lines[line].signs)
      where unknown[cell] && !taken.contains(cell) {
        gains[cell, default: 0] -= Double(sign) * price * (isUp ? 1 : -1)
      }
    }
    let useful = gains.filter { abs($0.value) > 1e-6 && ($0.value > 0 || lines.values[$0.key] > 0) }
    let best = useful.sorted {
      (abs($1.value), lines.values[$1.key], $0.key) < (abs($0.value), lines.values[$0.key], $1.key)
    }
    var found = near
    for cell in best.prefix(Self.step).map(\.key) where !found.contains(cell) {
      found.append(cell)
      for line in lines.linesOf[cell] where lines.lines[line].cells.count < 8 {
        take(line, unknown, &found)
      }
    }
    return Array(found[near.count...])
  }
}
