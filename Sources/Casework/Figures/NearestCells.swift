/// For every number that is not shown the cheapest group of shown ones that bounds it, or bounds what bounds it; the
/// number of all only where there is no other.
struct NearestCells {
  private let lines: CellLines
  private var found: [Int?]

  /// Nil where everything that has to do with it is suppressed already.
  subscript(cell: Int) -> Int? { found[cell] }

  init(_ lines: CellLines, _ unknown: [Bool]) {
    self.lines = lines
    found = [Int?](repeating: nil, count: unknown.count)
    let (costs, isWhole) = (lines.costs, lines.isWhole)
    var nearest = lines.lines.map { line -> Int? in
      let groups = line.cells.filter { !unknown[$0] }.map { lines.groupOf[$0] }
      return groups.filter { !isWhole[$0] }.min { (costs[$0], $0) < (costs[$1], $1) }
    }
    spread(&nearest, unknown)
    var wholes = lines.lines.map { line -> Int? in
      let groups = line.cells.filter { !unknown[$0] }.map { lines.groupOf[$0] }
      return groups.filter { isWhole[$0] }.min { (costs[$0], $0) < (costs[$1], $1) }
    }
    spread(&wholes, unknown)
  }

  /// From line to line, as far as numbers lie that have none yet: the nearest first, of those the cheapest.
  private mutating func spread(_ nearest: inout [Int?], _ unknown: [Bool]) {
    let costs = lines.costs
    var front = lines.lines.indices.filter { nearest[$0] != nil }
    var isNew = found.map { $0 == nil }
    while !front.isEmpty {
      var next: [Int] = []
      for line in front {
        guard let group = nearest[line] else { continue }
        for cell in lines.lines[line].cells where unknown[cell] && isNew[cell] {
          if let other = found[cell] {
            if (costs[group], group) < (costs[other], other) { found[cell] = group }
          } else {
            found[cell] = group
            next.append(cell)
          }
        }
      }
      for cell in next { isNew[cell] = false }
      front = self.front(behind: next, &nearest)
    }
  }

  /// The lines that are reached by some numbers and were not before.
  private func front(behind cells: [Int], _ nearest: inout [Int?]) -> [Int] {
    let costs = lines.costs
    var reached: [Int: Int] = [:]
    for cell in cells {
      guard let group = found[cell] else { continue }
      for line in lines.linesOf[cell] where nearest[line] == nil {
        if let other = reached[line], (costs[other], other) <= (costs[group], group) { continue }
        reached[line] = group
      }
    }
    for (line, group) in reached { nearest[line] = group }
    return reached.keys.sorted()
  }
}
