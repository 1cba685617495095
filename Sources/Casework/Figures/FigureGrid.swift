/// The numbers of all tables before any is suppressed, and the sums that tie them together.
struct FigureGrid {
  private(set) var values: [FigureCell: Int] = [:]
  private(set) var sums: [FigureSum] = []
  /// Pairs of numbers of which one tells nearly what the other is: both are suppressed or none.
  private(set) var pairs: [(FigureCell, FigureCell)] = []

  mutating func set(_ cell: FigureCell, _ value: Int) { values[cell] = value }

  /// A number that is left over, which no table shows and every reader can compute.
  mutating func setRest(_ cell: FigureCell, of total: FigureCell, less part: FigureCell) {
    values[cell] = (values[total] ?? 0) - (values[part] ?? 0)
    sums.append(FigureSum(total: total, parts: [part, cell]))
  }

  mutating func add(_ total: FigureCell, is parts: [FigureCell]) {
    sums.append(FigureSum(total: total, parts: parts))
  }

  mutating func pair(_ one: FigureCell, _ other: FigureCell) { pairs.append((one, other)) }
}
