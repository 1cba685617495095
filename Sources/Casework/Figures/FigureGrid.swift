/// The numbers of all tables before any is suppressed, and what ties them together.
struct FigureGrid {
  private(set) var values: [FigureCell: Int] = [:]
  private(set) var sums: [FigureSum] = []
  /// Numbers that no table shows and every reader can compute from two that do.
  private(set) var unshown: Set<FigureCell> = []
  /// Of how many people a number is, where it counts some of them more than once.
  private var people: [FigureCell: Int] = [:]

  mutating func set(_ cell: FigureCell, _ value: Int, again: Int = 0) {
    values[cell] = value
    people[cell] = again == 0 ? nil : value - again
  }

  /// A number that is left over. There is none where the two are no part of each other.
  mutating func setRest(_ cell: FigureCell, of total: FigureCell, less parts: [FigureCell]) {
    let rest = (values[total] ?? 0) - parts.reduce(0) { $0 + (values[$1] ?? 0) }
    guard rest >= 0 else { return }
    values[cell] = rest
    unshown.insert(cell)
    add(total, is: parts + [cell])
  }

  /// A number that no table shows and is the sum of some that one does.
  mutating func setSum(_ cell: FigureCell, of parts: [FigureCell]) {
    values[cell] = parts.reduce(0) { $0 + (values[$1] ?? 0) }
    unshown.insert(cell)
    add(cell, is: parts)
  }

  mutating func add(
    _ total: FigureCell, is parts: [FigureCell], _ tie: FigureSum.Tie = .exact
  ) {
    sums.append(FigureSum(total: total, parts: parts, tie: tie))
  }

  /// Whether it is of so few people that it is not shown, however often they were counted; nought is small too, for
  /// that nobody was something is also told of everybody.
  func isSmall(_ cell: FigureCell) -> Bool {
    (people[cell] ?? values[cell] ?? 0) < CellSuppression.least
  }

  /// How far a sum is from holding: nought for every exact one.
  func difference(_ sum: FigureSum) -> Int {
    sum.parts.reduce(values[sum.total] ?? 0) { $0 - (values[$1] ?? 0) }
  }
}
