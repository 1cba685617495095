@testable import Casework

/// Somebody with the tables and all the time in the world: solves for what is suppressed, by other means than the
/// program. Every shown number is a constant, every suppressed one unknown; an unknown is found where nothing
/// of the solution is free in it.
struct Attacker {
  private let sums: [FigureSum]
  private let hidden: [FigureCell]
  private let guarded: Set<FigureCell>

  init(_ grid: FigureGrid, hidden: Set<FigureCell>) {
    sums = grid.sums.filter { sum in
      switch sum.tie {
      case .exact: true
      case .near: abs(grid.difference(sum)) < 10
      case .least: false
      }
    }
    self.hidden = hidden.union(grid.unshown).sorted()
    guarded = hidden.union(grid.unshown.filter { (grid.values[$0] ?? 0) < 10 })
  }

  /// The suppressed numbers that come out. By the kernel of the matrix: an unknown is free where some
  /// solution of the homogeneous lines moves it.
  var found: Set<FigureCell> {
    let place = Dictionary(uniqueKeysWithValues: hidden.enumerated().map { ($1, $0) })
    var lines: [[Double]] = sums.map { sum in
      var line = [Double](repeating: 0, count: hidden.count)
      if let index = place[sum.total] { line[index] -= 1 }
      for part in sum.parts { if let index = place[part] { line[index] += 1 } }
      return line
    }
    var pivots: [Int] = []
    for column in hidden.indices {
      let from = pivots.count
      guard
        let best = (from..<lines.count).max(by: {
          abs(lines[$0][column]) < abs(lines[$1][column])
        }), abs(lines[best][column]) > 1e-9
      else { continue }
      lines.swapAt(from, best)
      let first = lines[from][column]
      lines[from] = lines[from].map { $0 / first }
      for other in lines.indices where other != from && abs(lines[other][column]) > 1e-12 {
        let factor = lines[other][column]
        for index in hidden.indices { lines[other][index] -= factor * lines[from][index] }
      }
      pivots.append(column)
    }
    let free = Set(hidden.indices).subtracting(pivots)
    return Set(
      pivots.enumerated().filter { row, _ in free.allSatisfy { abs(lines[row][$0]) < 1e-9 } }
        .map { hidden[$1] }
    ).intersection(guarded)
  }

  /// Sums of suppressed numbers that can be read off a single line, and are small themselves.
  func smallSums(_ grid: FigureGrid) -> [FigureSum] {
    let unknown = Set(hidden)
    return sums.filter { sum in
      let parts = sum.parts.filter(unknown.contains)
      guard !unknown.contains(sum.total), !parts.isEmpty else { return false }
      return parts.reduce(0) { $0 + (grid.values[$1] ?? 0) } < CellSuppression.least
    }
  }
}
