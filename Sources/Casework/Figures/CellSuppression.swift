/// Which numbers may not be shown, so that nobody is found by them (design, "What follows from all of this" 10:
/// cells below 10 people are suppressed, and whatever would let one be computed).
///
/// Primary: every number below ten, nought too, for that nobody was something is also told of everybody.
/// Secondary: in every sum with a suppressed number at least two are, and those that are come to ten or more
/// together, for their sum can be read off and would else be a small number of its own. Then what the sums
/// leave is solved like anybody could (``LinearSystem``), until nothing suppressed comes out.
struct CellSuppression {
  /// The least that is shown.
  static let least = 10

  private let values: [FigureCell: Int]
  private let sums: [FigureSum]
  private let pairs: [(FigureCell, FigureCell)]
  private(set) var hidden: Set<FigureCell>

  init(_ grid: FigureGrid) {
    (values, sums, pairs) = (grid.values, grid.sums, grid.pairs)
    hidden = Set(grid.values.filter { $0.value < Self.least }.keys)
    repeat { hideSecondary() } while hideDetermined()
  }

  private mutating func hideSecondary() {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (one, other) in pairs where hidden.contains(one) != hidden.contains(other) {
        hidden.formUnion([one, other])
        hasChanged = true
      }
      for sum in sums where needsMore(sum) {
        guard let cell = next(in: sum) else { continue }
        hidden.insert(cell)
        hasChanged = true
      }
    }
  }

  private func needsMore(_ sum: FigureSum) -> Bool {
    let parts = sum.parts.filter(hidden.contains)
    guard hidden.contains(sum.total) || !parts.isEmpty else { return false }
    let isTotalHidden = hidden.contains(sum.total)
    if parts.count + (isTotalHidden ? 1 : 0) < 2 { return true }
    guard !isTotalHidden else { return false }
    return parts.reduce(0) { $0 + (values[$1] ?? 0) } < Self.least
  }

  /// The smallest number of a sum that is still shown: a part before the total, which says more.
  private func next(in sum: FigureSum) -> FigureCell? {
    sum.parts.filter { !hidden.contains($0) }.min(by: isSmaller)
      ?? (hidden.contains(sum.total) ? nil : sum.total)
  }

  /// - Returns: whether something suppressed came out and more was suppressed for it.
  private mutating func hideDetermined() -> Bool {
    let determined = LinearSystem(sums, unknown: hidden).determined
    guard !determined.isEmpty else { return false }
    // What is in a sum with it and still shown; where nothing is, whatever else is shown.
    let near = sums.filter { !determined.isDisjoint(with: $0.members) }.compactMap(next)
    guard let other = (near.isEmpty ? sums.compactMap(next) : near).min(by: isSmaller) else {
      return false
    }
    hidden.insert(other)
    return true
  }

  private func isSmaller(_ one: FigureCell, _ other: FigureCell) -> Bool {
    (values[one] ?? 0, one) < (values[other] ?? 0, other)
  }
}
