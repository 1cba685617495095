/// Makes tables of what was counted: sums, what ties them, and what of it may be shown.
struct FigureBuilder {
  let layout: FigureLayout
  let counts: FigureCounts
  let period: FigurePeriod
  let isExact: Bool
  private let isForm: Bool
  /// The breakdowns beside the figures of everybody, of exact figures alone.
  private let axes: Set<FigureAxis>
  var grid = FigureGrid()
  /// What was counted of everybody.
  let whole: FigureTally
  let clockNames: [String]
  /// Offices of which somebody was given something, too.
  let served: [String]
  private(set) var offices: [String] = []

  /// - Parameter isForm: the yearly form and nothing else. Beside the other tables it would tell more than either
  ///   alone.
  init(
    _ counts: FigureCounts, _ period: FigurePeriod, isExact: Bool, isForm: Bool,
    by axes: Set<FigureAxis> = [], book: RuleBook
  ) {
    layout = FigureLayout(book: book)
    (self.counts, self.period) = (counts, period)
    (self.isExact, self.isForm, self.axes) = (isExact, isForm, axes)
    whole = isExact ? counts.whole : FigureFolding(counts.whole).whole
    let offices = Set(
      whole.cells.keys.compactMap { cell -> String? in
        switch cell.table {
        case .reports, .form508: cell.row
        case .arrivals: cell.column
        default: nil
        }
      })
    let given = counts.parts[.office]?.cells.keys.filter { $0.table == .support }
      .compactMap { FigureLayout.parts($0.row).last }
    clockNames = Set(
      whole.cells.keys.filter { $0.table == .clocks }.compactMap {
        FigureLayout.parts($0.row).first
      }
    ).sorted()
    self.offices = Self.sorted(offices)
    served = Self.sorted(offices.union(given ?? []))
  }

  private static func sorted(_ keys: Set<String>) -> [String] {
    keys.sorted { order($0) < order($1) }
  }

  /// Those that are no office last.
  static func order(_ key: String) -> (Int, String) {
    (key == FigureTable.other ? 2 : key == FactSheet.unknown ? 1 : 0, key)
  }

  var cells: [FigureCell: Int] { whole.cells }
  var again: [FigureCell: Int] { whole.again }

  mutating func tables() -> [FigureTable] {
    if isForm { sumForm() } else { sumAll() }
    let hidden = isExact ? [] : CellSuppression(grid).hidden
    return FigureTable.Name.allCases.filter { ($0 == .form508) == isForm }.compactMap { name in
      if let (measure, axis) = name.breakdown {
        return axes.contains(axis) ? breakdown(name, measure, by: axis) : nil
      }
      return name == .days ? days(hidden) : table(name, hidden)
    }
  }

  mutating func sumAll() {
    sumReports()
    sumArrivals()
    sumList(.path, layout.paths)
    sumAges()
    sumList(.exploitation, layout.exploitations)
    sumList(.route, routes)
    sumSupport()
    sumClocks()
    tieTables()
  }

  // MARK: Rows

  var months: [String] {
    let known = counts.months.sorted()
    guard let first = period.first ?? known.first, let last = period.last ?? known.last else {
      return []
    }
    return isExact ? known : FigureLayout.months(from: first, to: last)
  }

  var routes: [String] {
    // That there is nobody from any other country is told of everybody.
    let always = isExact ? [] : [FactSheet.unknown, FigureTable.other]
    return Set(whole.cells.keys.filter { $0.table == .route }.map(\.row) + always).sorted {
      Self.order($0) < Self.order($1)
    }
  }

  /// Of the offices that have the limit; where ways of arrival start it, of all: that an office has no row would say
  /// that nobody came there so.
  func clockRows(_ clock: String) -> [String] {
    let isOfAll = !isExact && !layout.paths(of: clock).isEmpty
    return offices.map { clock + FigureLayout.divider + $0 }
      .filter { isOfAll || whole.cells[FigureCell(.clocks, $0, "all")] != nil }
  }

  // MARK: What is shown

  private func table(_ name: FigureTable.Name, _ hidden: Set<FigureCell>) -> FigureTable {
    let (rows, columns) = shape(of: name)
    let lines = rows.map { row in
      FigureTable.Row(
        key: row,
        values: columns.map { column in
          let cell = FigureCell(name, row, column)
          let isAll = name == .age && row == FigureTable.total && column == FigureTable.total
          let place = isAll ? persons : cell
          return hidden.contains(place) ? nil : grid.values[place] ?? 0
        })
    }
    return FigureTable(name: name, columns: columns, rows: lines.filter { isShown($0, in: name) })
  }

  /// Exact tables leave out codes that nobody has. In the others a code stands there whether anybody has it or
  /// not; of clocks and offices a row that is wholly suppressed is left out, as one of noughts would be.
  func isShown(_ row: FigureTable.Row, in name: FigureTable.Name) -> Bool {
    if row.key == FigureTable.total { return true }
    if isExact { return row.values.contains { $0 != nil && $0 != 0 } }
    return name != .clocks || row.values.contains { $0 != nil }
  }

  private func shape(of name: FigureTable.Name) -> (rows: [String], columns: [String]) {
    let total = [FigureTable.total]
    return switch name {
    case .reports: (total + offices, FigureLayout.reports)
    case .arrivals: (total + months, total + offices)
    case .path: (layout.paths, ["persons"])
    case .age: (total + FigureLayout.ages, total + layout.sexes)
    case .exploitation: (layout.exploitations, ["persons"])
    case .route: (routes, ["persons"])
    case .support: (layout.regimes, ["persons", "times"])
    case .clocks:
      (
        clockNames.flatMap { [$0 + FigureLayout.divider + FigureTable.total] + clockRows($0) },
        FigureLayout.clocks
      )
    case .days: ([], FigureLayout.days)
    case .form508: (total + offices, FigureLayout.form508)
    default: ([], [])
    }
  }

  /// How long steps took. The longest is one case's, so it is told in exact figures alone.
  private func days(_ hidden: Set<FigureCell>) -> FigureTable {
    let rows = CaseDays.spans.map { span -> FigureTable.Row in
      FigureTable.Row(
        key: span.id,
        values: hidden.contains(FigureCell(.days, span.id, "count"))
          ? [nil, nil, nil] : days(of: whole.days[span.id]))
    }
    return FigureTable(
      name: .days, columns: FigureLayout.days,
      rows: rows.filter { !isExact || $0.values.first != 0 })
  }

  /// In the order of the columns.
  func days(of numbers: [Int: Int]?) -> [Int?] {
    let found = (numbers ?? [:]).sorted { $0.key < $1.key }
    let count = found.reduce(0) { $0 + $1.value }
    var left = (count + 1) / 2
    let median = found.first { day in
      left -= day.value
      return left <= 0
    }
    return [count, median?.key, isExact ? found.last?.key : nil]
  }
}
