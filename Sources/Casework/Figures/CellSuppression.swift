/// Which numbers may not be shown, so that nobody is found by them (design, "What follows from all of this" 10:
/// cells below 10 people are suppressed, and whatever would let one be computed).
///
/// Primary: every number below ten, nought too. Secondary: as long as one that is suppressed, or one that is left
/// over and small, can be bounded to within less than ten by what is shown, line by line (``CellBounds``) or by all
/// lines together (``CellSpread``), or computed from it (``LinearSystem``), a further one is suppressed: the cheapest
/// that opens it. What in the end need not have been is shown again, as far as lines by themselves tell.
struct CellSuppression {
  /// The least that is shown, and the least that whoever computes is left in doubt about.
  static let least = 10
  private let lines: CellLines
  private var bounds: CellBounds
  /// What nobody may come near, and can.
  private var narrow: Set<Int> = []
  /// What comes out where nothing is shown: it comes out of what is taken for equal and is not.
  private lazy var always = LinearSystem(lines.equalities, unknown: Set(lines.cells)).determined
  private var spread: CellSpread

  init(_ grid: FigureGrid) {
    lines = CellLines(grid)
    spread = CellSpread(lines)
    bounds = CellBounds(lines, unknown: zip(lines.isSmall, lines.isShown).map { $0 || !$1 })
    narrow = narrow(among: lines.cells.indices, bounds)
    hideBounded()
    showAgain()
    while hideDetermined() || hideNarrow() { hideBounded() }
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
  /// much as a look at one. What a long line has in common tells little; what was suppressed for nothing is shown again.
  private mutating func hideBounded() {
    while !narrow.isEmpty {
      let chosen = chosen(for: narrow.sorted())
      guard !chosen.isEmpty else { return }
      hide(chosen)
    }
  }

  private static let longLine = 40

  private func chosen(for cells: [Int]) -> [Int] {
    let nearest = NearestCells(lines, bounds.unknown)
    var (chosen, touched): ([Int], Set<Int>) = ([], [])
    func short(_ cell: Int) -> [Int] {
      lines.linesOf[cell].filter { lines.lines[$0].cells.count < Self.longLine }
    }
    for cell in cells where touched.isDisjoint(with: short(cell)) {
      guard let group = nearest[cell] else { continue }
      chosen.append(group)
      for other in lines.groups[group] { touched.formUnion(short(other)) }
    }
    return chosen
  }

  private mutating func hide(_ groups: [Int]) {
    var unknown = bounds.unknown
    for cell in groups.flatMap({ lines.groups[$0] }) { unknown[cell] = true }
    bounds = CellBounds(lines, unknown: unknown)
    narrow = narrow(among: lines.cells.indices, bounds)
  }

  private func byCost(_ groups: some Sequence<Int>) -> [Int] {
    groups.map { (lines.costs[$0], $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// The dearest first: whatever was suppressed on the way and is not needed for what came after, with all that comes
  /// out by it and need not have been suppressed either.
  private mutating func showAgain() {
    let added = lines.groups.indices.filter { canShow($0) && isHidden($0) }
    for group in byCost(added).reversed() where isHidden(group) {
      var due = [group]
      while let next = due.popLast() {
        guard canShow(next) else {
          due.append(next)
          break
        }
        var touched: Set<Int> = []
        for cell in lines.groups[next] where bounds.unknown[cell] {
          touched.formUnion(bounds.show(cell))
        }
        due += Set(narrow(among: touched, bounds).map { lines.groupOf[$0] }).sorted()
      }
      if due.isEmpty { bounds.keep() } else { bounds.takeBack() }
    }
  }

  private func isHidden(_ group: Int) -> Bool {
    lines.groups[group].contains { bounds.unknown[$0] }
  }

  private func canShow(_ group: Int) -> Bool {
    lines.groups[group].allSatisfy { lines.isShown[$0] && !lines.isSmall[$0] }
  }

  // MARK: All together

  /// - Returns: whether something could be bounded and more was suppressed for it.
  private mutating func hideNarrow() -> Bool {
    let guarded = lines.cells.indices.filter {
      lines.isShown[$0] ? bounds.unknown[$0] : lines.isSmall[$0]
    }
    let unknown = bounds.unknown
    let found = guarded.filter { !spread.isWide($0, unknown) }
    let chosen = chosen(for: found.filter { !always.contains(lines.cells[$0]) })
    hide(chosen)
    return !chosen.isEmpty
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
    let chosen = chosen(for: found.filter { !always.contains(lines.cells[$0]) })
    guard !chosen.isEmpty else { return false }
    hide(chosen)
    return true
  }

  private func determined(_ unknown: [Int]) -> Set<FigureCell> {
    LinearSystem(lines.equalities, unknown: Set(unknown.map { lines.cells[$0] })).determined
  }
}
