@testable import Casework

/// Somebody who holds one table with the totals of its rows and columns, and finds exactly how small and how large each
/// suppressed number can be, by other means than the program: every number stands on one line of its row and one of
/// its column, so that a table is a net of pipes, and how far a number can move is what flows back from its one end to
/// its other (L. R. Ford and D. R. Fulkerson, Flows in Networks, 1962; for tables L. H. Cox, 1980).
struct FlowAttacker {
  private static let most = 100_000
  /// From which line to which a number runs, and the number.
  private var pipes: [(from: Int, to: Int, value: Int, isHidden: Bool)] = []
  private let lines: Int

  /// - Parameter numbers: row by row, the total of the row last, and the totals of the columns as the last row.
  init(_ numbers: [[Int]], isHidden: (_ row: Int, _ column: Int) -> Bool) {
    let (rows, columns) = (numbers.count - 1, numbers[0].count - 1)
    lines = rows + columns + 2
    for (row, line) in numbers.enumerated() {
      for (column, value) in line.enumerated() {
        // A total runs against its parts; that of all against both.
        let isTurned = (row == rows) != (column == columns)
        let (one, other) = (row, rows + 1 + column)
        pipes.append(
          (isTurned ? other : one, isTurned ? one : other, value, isHidden(row, column)))
      }
    }
  }

  /// By how much each suppressed number could be another, in the order of the table; nil for one that is shown.
  var doubts: [Int?] {
    pipes.indices.map { pipes[$0].isHidden ? play($0, isUp: true) + play($0, isUp: false) : nil }
  }

  /// What more could run through a pipe is what finds another way back.
  private func play(_ pipe: Int, isUp: Bool) -> Int {
    let own = pipes[pipe]
    let least = isUp ? Self.most : own.value
    var room = pipes.map { (ahead: $0.isHidden ? Self.most : 0, back: $0.isHidden ? $0.value : 0) }
    room[pipe] = (0, 0)
    let (start, end) = isUp ? (own.to, own.from) : (own.from, own.to)
    var found = 0
    while found < least, let way = way(from: start, to: end, room) {
      let flow = min(
        least - found,
        way.reduce(Self.most) { min($0, $1.isAhead ? room[$1.pipe].ahead : room[$1.pipe].back) })
      for step in way {
        room[step.pipe].ahead += step.isAhead ? -flow : flow
        room[step.pipe].back += step.isAhead ? flow : -flow
      }
      found += flow
    }
    return found
  }

  private typealias Step = (pipe: Int, isAhead: Bool)

  /// The shortest way on which something can still flow.
  private func way(
    from start: Int, to end: Int, _ room: [(ahead: Int, back: Int)]
  ) -> [Step]? {
    var by = [(step: Step, from: Int)?](repeating: nil, count: lines)
    var queue = [start]
    var next = 0
    while next < queue.count, by[end] == nil {
      let line = queue[next]
      next += 1
      for (number, pipe) in pipes.enumerated() {
        for (isAhead, from, to) in [(true, pipe.from, pipe.to), (false, pipe.to, pipe.from)]
        where from == line && to != start && by[to] == nil {
          guard (isAhead ? room[number].ahead : room[number].back) > 0 else { continue }
          by[to] = ((number, isAhead), line)
          queue.append(to)
        }
      }
    }
    guard by[end] != nil else { return nil }
    var (way, line) = ([Step](), end)
    while line != start, let last = by[line] {
      way.append(last.step)
      line = last.from
    }
    return way
  }
}
