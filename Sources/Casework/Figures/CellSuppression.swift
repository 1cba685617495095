/// Which numbers may not be shown, so that nobody is found by them (design, "What follows from all of this" 10:
/// cells below 10 people are suppressed, and whatever would let one be computed).
///
/// Primary: every number below ten, nought too. Secondary: as long as one that is suppressed, or one that is left
/// over and small, can be bounded to within less than ten by what is shown (``CellBounds``) or computed from it
/// (``LinearSystem``), a further one is suppressed: the cheapest that opens it. What in the end need not have been
/// is shown again.
struct CellSuppression {
  /// The least that is shown, and the least that whoever computes is left in doubt about.
  static let least = 10
  private let lines: CellLines
  private var bounds: CellBounds
  /// What nobody may come near, and can.
  private var narrow: Set<Int> = []
  /// What comes out where nothing is shown; looked for once, where anything came out.
  private var always: Set<FigureCell>?

  init(_ grid: FigureGrid) {
    lines = CellLines(grid)
    bounds = CellBounds(lines, unknown: zip(lines.isSmall, lines.isShown).map { $0 || !$1 })
    narrow = narrow(among: lines.cells.indices, bounds)
    hideBounded()
    showAgain()
    while hideDetermined() { hideBounded() }
  }

  /// What the tables show as suppressed.
  var hidden: Set<FigureCell> {
    Set(
      lines.cells.indices.filter { bounds.unknown[$0] && lines.isShown[$0] }
        .map { lines.cells[$0] })
  }

  /// Of some cells those that are suppressed, or left over and small, and known too well.
  private func narrow(among cells: some Sequence<Int>, _ bounds: CellBounds) -> Set<Int> {
    Set(
      cells.filter {
        (lines.isShown[$0] ? bounds.unknown[$0] : lines.isSmall[$0]) && bounds.isNarrow($0)
      })
  }

  // MARK: Bounded

  /// Round by round, for numbers that have nothing to do with each other together: one look at all of them costs as
  /// much as a look at one.
  private mutating func hideBounded() {
    while !narrow.isEmpty {
      var (chosen, touched): ([Int], Set<Int>) = ([], [])
      for cell in narrow.sorted() where touched.isDisjoint(with: lines.linesOf[cell]) {
        guard let group = nearest(cell) else { continue }
        chosen.append(group)
        for other in lines.groups[group] { touched.formUnion(lines.linesOf[other]) }
      }
      guard !chosen.isEmpty else { return }
      hide(chosen)
    }
  }

  private mutating func hide(_ groups: [Int]) {
    var unknown = bounds.unknown
    for cell in groups.flatMap({ lines.groups[$0] }) { unknown[cell] = true }
    bounds = CellBounds(lines, unknown: unknown)
    narrow = narrow(among: lines.cells.indices, bounds)
  }

  /// The cheapest group that is shown and bounds a cell, or what bounds it; the number of all only where there is no
  /// other.
  private func nearest(_ cell: Int) -> Int? {
    var (seen, front): (Set<Int>, [Int]) = ([cell], [cell])
    var wholes: Set<Int> = []
    while !front.isEmpty {
      var (next, shown): ([Int], Set<Int>) = ([], [])
      for line in front.flatMap({ lines.linesOf[$0] }) {
        for other in lines.lines[line].cells where seen.insert(other).inserted {
          if bounds.unknown[other] {
            next.append(other)
          } else {
            shown.insert(lines.groupOf[other])
          }
        }
      }
      wholes.formUnion(shown.filter(lines.isWhole))
      if let found = byCost(shown.subtracting(wholes)).first { return found }
      front = next
    }
    return byCost(wholes).first
  }

  private func byCost(_ groups: some Sequence<Int>) -> [Int] {
    groups.map { (lines.cost($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// The dearest first: whatever was suppressed on the way and is not needed for what came after, with all that comes
  /// out by it and need not have been suppressed either.
  private mutating func showAgain() {
    let added = lines.groups.indices.filter { canShow($0) && isHidden($0) }
    for group in byCost(added).reversed() where isHidden(group) {
      var (tried, due) = (bounds, [group])
      while let next = due.popLast() {
        guard canShow(next) else { break }
        var touched: Set<Int> = []
        for cell in lines.groups[next] where tried.unknown[cell] {
          touched.formUnion(tried.show(cell))
        }
        due += Set(narrow(among: touched, tried).map { lines.groupOf[$0] })
        if due.isEmpty { bounds = tried }
      }
    }
  }

  private func isHidden(_ group: Int) -> Bool {
    lines.groups[group].contains { bounds.unknown[$0] }
  }

  private func canShow(_ group: Int) -> Bool {
    lines.groups[group].allSatisfy { lines.isShown[$0] && !lines.isSmall[$0] }
  }

  // MARK: Computed

  /// - Returns: whether something came out and more was suppressed for it.
  private mutating func hideDetermined() -> Bool {
    let unsaid = lines.cells.indices.filter { bounds.unknown[$0] }
    let computed = determined(unsaid)
    let found = unsaid.filter {
      (lines.isShown[$0] || lines.isSmall[$0]) && computed.contains(lines.cells[$0])
    }
    guard !found.isEmpty else { return false }
    // What comes out where nothing is shown comes out of what is taken for equal and is not.
    let always = always ?? determined(Array(lines.cells.indices))
    self.always = always
    guard let cell = found.first(where: { !always.contains(lines.cells[$0]) }),
      let other = nearest(cell)
    else { return false }
    hide([other])
    return true
  }

  private func determined(_ unknown: [Int]) -> Set<FigureCell> {
    LinearSystem(lines.equalities, unknown: Set(unknown.map { lines.cells[$0] })).determined
  }
}
