/// How far one number can be moved while every line that it stands on holds and nothing falls below nought, a few others
/// moving with it: the simplex method with bounded variables (G. B. Dantzig, Linear Programming and Extensions, 1963,
/// chapter 18). It begins at the numbers as they are, which hold.
///
/// Each row tells by how much what stands in it moves for each column that does.
struct CellProgram {
  private static let nothing = 1e-9
  private let columns: Int
  /// The lines by place.
  private let met: [Int]
  private var table: [Double]
  /// What stands in the rows and in the columns: cells by place, then lines.
  private var inRow: [Int]
  private var inColumn: [Int]
  private var moved: [Double]
  private let low: [Double]
  private let high: [Double]

  /// - Parameter cells: those that move; all others stay as they are.
  init(_ lines: CellLines, _ cells: [Int]) {
    let place = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    met = Set(cells.flatMap { lines.linesOf[$0] }).sorted()
    columns = cells.count
    table = [Double](repeating: 0, count: met.count * columns)
    inRow = met.indices.map { cells.count + $0 }
    inColumn = Array(cells.indices)
    moved = [Double](repeating: 0, count: cells.count + met.count)
    var (low, high) = (cells.map { -Double(lines.values[$0]) }, cells.map { _ in Double.infinity })
    for (row, number) in met.enumerated() {
      let line = lines.lines[number]
      var sum = 0
      for (cell, sign) in zip(line.cells, line.signs) {
        sum += sign * lines.values[cell]
        if let column = place[cell] { table[row * columns + column] += Double(sign) }
      }
      low.append(line.low <= -CellLines.open ? -.infinity : Double(line.low - sum))
      high.append(line.high >= CellLines.open ? .infinity : Double(line.high - sum))
    }
    (self.low, self.high) = (low, high)
  }

  /// By how much each cell is moved now.
  var moves: ArraySlice<Double> { moved[..<columns] }

  /// Moves one cell as far as it goes, or to where it was wanted.
  ///
  /// - Parameter wanted: more than nought up, less down.
  /// - Returns: how far it came.
  mutating func move(_ cell: Int, to wanted: Double) -> Double {
    let sign: Double = wanted < 0 ? -1 : 1
    var stalls = 0
    for _ in 0..<8 * (inRow.count + columns) {
      let left = sign * (wanted - moved[cell])
      if left < Self.nothing { break }
      guard let column = entering(cell, sign, isCareful: stalls > 8) else { break }
      stalls = step(column, cell, sign, left) < Self.nothing ? stalls + 1 : 0
    }
    return moved[cell]
  }

  /// What the lines that stop the cell would give for a number more on them; empty where it stops by itself.
  func prices(of cell: Int) -> [(line: Int, price: Double)] {
    guard let row = inRow.firstIndex(of: cell) else { return [] }
    return (0..<columns).filter { inColumn[$0] >= columns }.map {
      (met[inColumn[$0] - columns], table[row * columns + $0])
    }.filter { $0.price != 0 }
  }

  // MARK: One step

  /// By how much the cell moves with a column.
  private func gain(_ cell: Int, _ column: Int) -> Double {
    if let row = inRow.firstIndex(of: cell) { return table[row * columns + column] }
    return inColumn[column] == cell ? 1 : 0
  }

  /// The column by which most is gained; after some steps that moved nothing the first, so that it does not go round
  /// (R. G. Bland, 1977).
  private func entering(_ cell: Int, _ sign: Double, isCareful: Bool) -> Int? {
    let row = inRow.firstIndex(of: cell)
    var (best, most) = (Int?.none, Self.nothing)
    for column in 0..<columns {
      let own = inColumn[column]
      let gain = sign * (row.map { table[$0 * columns + column] } ?? (own == cell ? 1 : 0))
      guard abs(gain) > Self.nothing,
        gain > 0 ? moved[own] < high[own] : moved[own] > low[own]
      else { continue }
      if isCareful {
        if best.map({ own < inColumn[$0] }) ?? true { best = column }
      } else if abs(gain) > most {
        (best, most) = (column, abs(gain))
      }
    }
    return best
  }

  /// - Returns: by how much the cell was moved.
  private mutating func step(_ column: Int, _ cell: Int, _ sign: Double, _ left: Double) -> Double {
    let (own, gain) = (inColumn[column], gain(cell, column))
    let way: Double = sign * gain > 0 ? 1 : -1
    var far = min(left / abs(gain), way > 0 ? high[own] - moved[own] : moved[own] - low[own])
    var stop = Int?.none
    for row in inRow.indices {
      let rate = way * table[row * columns + column]
      guard abs(rate) > Self.nothing else { continue }
      let other = inRow[row]
      let room = max(0, ((rate > 0 ? high[other] : low[other]) - moved[other]) / rate)
      if room < far || room == far && stop.map({ other < inRow[$0] }) ?? false {
        (far, stop) = (room, row)
      }
    }
    for row in inRow.indices { moved[inRow[row]] += way * far * table[row * columns + column] }
    moved[own] += way * far
    if let stop {
      // Exactly where it may not go beyond, so that rounding lets nothing go a little farther.
      let other = inRow[stop]
      moved[other] = way * table[stop * columns + column] > 0 ? high[other] : low[other]
      exchange(stop, column)
    }
    return far * abs(gain)
  }

  private mutating func exchange(_ row: Int, _ column: Int) {
    let start = row * columns
    let pivot = table[start + column]
    for place in 0..<columns { table[start + place] /= -pivot }
    table[start + column] = 1 / pivot
    let used = (0..<columns).filter { $0 != column && table[start + $0] != 0 }
    for other in inRow.indices where other != row {
      let factor = table[other * columns + column]
      guard factor != 0 else { continue }
      for place in used {
        let sum = table[other * columns + place] + factor * table[start + place]
        table[other * columns + place] = abs(sum) < Self.nothing ? 0 : sum
      }
      table[other * columns + column] = factor / pivot
    }
    swap(&inRow[row], &inColumn[column])
  }
}
