import Testing

@testable import Casework

/// What is suppressed cannot be computed from what is shown.
@Suite struct CellSuppressionTests {
  private static func cell(_ row: Int, _ column: Int) -> FigureCell {
    func name(_ number: Int) -> String { number < 0 ? FigureTable.total : String(number) }
    return FigureCell(.age, name(row), name(column))
  }

  /// A table with the totals of its rows, of its columns and of all.
  private static func table(_ numbers: [[Int]]) -> FigureGrid {
    var grid = FigureGrid()
    let columns = numbers[0].indices
    for (row, line) in numbers.enumerated() {
      for (column, number) in line.enumerated() { grid.set(cell(row, column), number) }
      grid.set(cell(row, -1), line.reduce(0, +))
      grid.add(cell(row, -1), is: columns.map { cell(row, $0) })
    }
    for column in columns {
      grid.set(cell(-1, column), numbers.reduce(0) { $0 + $1[column] })
      grid.add(cell(-1, column), is: numbers.indices.map { cell($0, column) })
    }
    grid.set(cell(-1, -1), numbers.joined().reduce(0, +))
    grid.add(cell(-1, -1), is: columns.map { cell(-1, $0) })
    grid.add(cell(-1, -1), is: numbers.indices.map { cell($0, -1) })
    return grid
  }

  private func hold(_ grid: FigureGrid) -> CellSuppression {
    let suppression = CellSuppression(grid)
    for (cell, value) in grid.values where value < 10 {
      #expect(suppression.hidden.contains(cell), "\(cell) is \(value)")
    }
    let attacker = Attacker(grid, hidden: suppression.hidden)
    #expect(attacker.found.isEmpty)
    #expect(attacker.smallSums(grid).isEmpty)
    return suppression
  }

  @Test func largeNumbersAreShown() {
    #expect(hold(Self.table([[20, 30], [40, 50]])).hidden.isEmpty)
  }

  /// One small number hides a second in its row and its column, and the number where those two meet.
  @Test func aSmallNumberHidesThreeMore() {
    let hidden = hold(Self.table([[3, 30, 40], [50, 60, 70], [80, 90, 95]])).hidden
    #expect(hidden.count == 4)
    #expect(hidden.isSuperset(of: [Self.cell(0, 0), Self.cell(0, 1), Self.cell(1, 0)]))
  }

  /// With the first number alone suppressed anybody computes it: the attacker is one.
  @Test func theAttackerFindsWhatOnlyTheSmallNumberHides() {
    let grid = Self.table([[3, 30, 40], [50, 60, 70], [80, 90, 95]])
    #expect(Attacker(grid, hidden: [Self.cell(0, 0)]).found == [Self.cell(0, 0)])
    let block: Set = [
      Self.cell(0, 0), Self.cell(0, 1), Self.cell(1, 0), Self.cell(1, 1),
    ]
    #expect(Attacker(grid, hidden: block).found.isEmpty)
    #expect(Attacker(grid, hidden: block.union([Self.cell(2, 2)])).found == [Self.cell(2, 2)])
  }

  /// Noughts beside large numbers: what is left over is nought, which tells of everybody.
  @Test func aNoughtDoesNotStandAlone() {
    let hidden = hold(Self.table([[60, 40, 0, 0], [70, 30, 0, 0]])).hidden
    #expect(hidden.contains(Self.cell(0, 1)) || hidden.contains(Self.cell(0, 0)))
  }

  /// Two blocks of four small numbers and one more between them: every line has two suppressed or more that come to
  /// ten, and yet the one between is what the lines of a block leave over.
  @Test func aNumberBetweenTwoBlocksIsNotLeftOver() {
    var numbers = [[Int]](repeating: [Int](repeating: 90, count: 5), count: 5)
    for (row, column) in [(0, 0), (0, 1), (1, 0), (1, 1), (3, 3), (3, 4), (4, 3), (4, 4)] {
      numbers[row][column] = 5
    }
    numbers[1][3] = 3
    let grid = Self.table(numbers)
    let small = Set(grid.values.filter { $0.value < 10 }.keys)
    #expect(Attacker(grid, hidden: small).found == [Self.cell(1, 3)])
    #expect(hold(grid).hidden.count > small.count)
  }

  @Test func aTableOfSmallNumbersIsHiddenWhole() {
    let grid = Self.table([[1, 2], [3, 2]])
    #expect(hold(grid).hidden.count == grid.values.count)
  }

  @Test(arguments: 0..<60) func noTableGivesItsSmallNumbersAway(seed: Int) {
    var dice = Dice(UInt64(seed))
    let (rows, columns) = (Int.random(in: 2...7, using: &dice), Int.random(in: 2...6, using: &dice))
    let numbers = (0..<rows).map { _ in
      (0..<columns).map { _ in
        Bool.random(using: &dice)
          ? Int.random(in: 0...12, using: &dice) : Int.random(in: 0...90, using: &dice)
      }
    }
    _ = hold(Self.table(numbers))
  }

  private static func withTotals(_ numbers: [[Int]]) -> [[Int]] {
    let rows = numbers.map { $0 + [$0.reduce(0, +)] }
    return rows + [rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } }]
  }

  private static func doubts(_ numbers: [[Int]], hidden: Set<FigureCell>) -> [Int?] {
    FlowAttacker(withTotals(numbers)) { row, column in
      hidden.contains(
        cell(row == numbers.count ? -1 : row, column == numbers[0].count ? -1 : column))
    }.doubts
  }

  /// The attacker that puts all sums and bounds together comes nearer than one who looks at line after line: what five,
  /// four and the sums of both lines leave over.
  @Test func allLinesTogetherTellMoreThanEachByItself() {
    let numbers = [[5, 4, 60], [30, 40, 70], [80, 90, 95]]
    let block = Set([(0, 0), (0, 1), (1, 0), (1, 1)].map(Self.cell))
    // The first two come to nine, so that nobody is in doubt about more.
    #expect(Self.doubts(numbers, hidden: block).compactMap(\.self) == [9, 9, 9, 9])
    let hidden = hold(Self.table(numbers)).hidden
    #expect(Self.doubts(numbers, hidden: hidden).compactMap(\.self).allSatisfy { $0 >= 10 })
  }

  @Test(arguments: 0..<60) func nobodyComesNearerThanTenWithAllLinesTogether(seed: Int) {
    var dice = Dice(UInt64(seed) + 2_000)
    let (rows, columns) = (Int.random(in: 2...7, using: &dice), Int.random(in: 2...6, using: &dice))
    let most = [12, 30, 90][seed % 3]
    let numbers = (0..<rows).map { _ in
      (0..<columns).map { _ in
        Bool.random(using: &dice)
          ? Int.random(in: 0...12, using: &dice) : Int.random(in: 0...most, using: &dice)
      }
    }
    let hidden = CellSuppression(Self.table(numbers)).hidden
    let doubts = Self.doubts(numbers, hidden: hidden)
    #expect(doubts.compactMap(\.self).allSatisfy { $0 >= 10 }, "\(numbers)")
  }

  /// What the program says of the doubt about a number is what the flow says, whatever is suppressed.
  @Test(arguments: 0..<40) func theProgramAndTheFlowAgree(seed: Int) {
    var dice = Dice(UInt64(seed) + 3_000)
    let numbers = (0..<5).map { _ in (0..<4).map { _ in Int.random(in: 0...20, using: &dice) } }
    let lines = CellLines(Self.table(numbers))
    let hidden = Set(lines.cells.filter { _ in Int.random(in: 0..<3, using: &dice) > 0 })
    let unknown = lines.cells.map(hidden.contains)
    var spread = CellSpread(lines)
    let places = (0...5).flatMap { row in (0...4).map { column in (row, column) } }
      .map { Self.cell($0 == 5 ? -1 : $0, $1 == 4 ? -1 : $1) }
    for (cell, doubt) in zip(places, Self.doubts(numbers, hidden: hidden)) {
      guard let doubt, let place = lines.cells.firstIndex(of: cell) else { continue }
      #expect(spread.isWide(place, unknown) == (doubt >= 10), "\(cell) \(doubt)")
    }
  }

  /// The elimination in the program and that of the attacker agree on any set of unknowns.
  @Test(arguments: 0..<60) func bothEliminationsAgree(seed: Int) {
    var dice = Dice(UInt64(seed) + 1_000)
    let numbers = (0..<4).map { _ in (0..<4).map { _ in Int.random(in: 0...50, using: &dice) } }
    let grid = Self.table(numbers)
    let hidden = Set(grid.values.keys.sorted().filter { _ in Bool.random(using: &dice) })
    #expect(
      LinearSystem(grid.sums, unknown: hidden).determined
        == Attacker(grid, hidden: hidden).found)
  }
}
