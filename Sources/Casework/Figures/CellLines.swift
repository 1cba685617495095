/// The cells of a grid by number, and what ties them as lines: the terms of each, with their signs, come to no less
/// than one end and no more than the other.
struct CellLines {
  struct Line {
    let cells: [Int]
    /// One for the total, minus one for each part.
    let signs: [Int]
    let low: Int
    let high: Int
  }

  /// Beyond this nothing is known.
  static let open = 1 << 40

  let cells: [FigureCell]
  let values: [Int]
  let isSmall: [Bool]
  let isShown: [Bool]
  /// Cells that are told by each other, such as the one office of a vault and its total: shown together or not at all.
  private(set) var groups: [[Int]]
  private(set) var groupOf: [Int]
  /// What it costs to suppress a group: a total says more than a part, and a large number more than a small one.
  private(set) var costs: [Int] = []
  /// Whether a group holds the number of all: what everything else is told of.
  private(set) var isWhole: [Bool] = []
  private(set) var lines: [Line] = []
  private(set) var linesOf: [[Int]]
  /// Those that hold exactly.
  private(set) var equalities: [FigureSum] = []

  init(_ grid: FigureGrid) {
    let cells = grid.values.keys.sorted()
    self.cells = cells
    values = cells.map { grid.values[$0] ?? 0 }
    isSmall = cells.map(grid.isSmall)
    isShown = cells.map { !grid.unshown.contains($0) }
    (groups, groupOf) = (cells.indices.map { [$0] }, Array(cells.indices))
    linesOf = [[Int]](repeating: [], count: cells.count)
    let index = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    for sum in grid.sums { add(sum, grid.difference(sum), index) }
    let (values, weights) = (values, cells.map(\.weight))
    costs = groups.map { $0.reduce(0) { $0 + weights[$1] * (1 << 32) + values[$1] } }
    isWhole = groups.map { $0.contains { weights[$0] > 1 } }
  }

  private mutating func add(
    _ sum: FigureSum, _ difference: Int, _ index: [FigureCell: Int]
  ) {
    guard let ends = Self.ends(of: sum.tie, difference) else { return }
    let places = sum.members.compactMap { index[$0] }
    for place in places { linesOf[place].append(lines.count) }
    lines.append(
      Line(
        cells: places, signs: [1] + [Int](repeating: -1, count: places.count - 1),
        low: ends.low, high: ends.high))
    guard ends.low == ends.high else { return }
    equalities.append(sum)
    if places.count == 2 { join(places[0], places[1]) }
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let (kept, left) = (groupOf[one], groupOf[other])
    guard kept != left else { return }
    for cell in groups[left] { groupOf[cell] = kept }
    groups[kept] += groups[left]
    groups[left] = []
  }

  /// Nil where it does not hold, so that nobody computes with it.
  private static func ends(of tie: FigureSum.Tie, _ difference: Int) -> (low: Int, high: Int)? {
    let isLarge = abs(difference) >= CellSuppression.least
    return switch tie {
    case .exact: (difference, difference)
    case .near where !isLarge: (difference, difference)
    case .near: difference > 0 ? (0, open) : (-open, 0)
    case .least: difference < 0 ? nil : (0, open)
    }
  }
}

extension FigureCell {
  /// How much more it says than a single part of a table.
  fileprivate var weight: Int {
    let isSum = row == FigureTable.total || row.hasSuffix(FigureLayout.divider + FigureTable.total)
    let isAll = column == FigureTable.total || table == .reports && column == "received"
    return (isSum ? 1 : 0) + (isAll ? 1 : 0)
  }
}
