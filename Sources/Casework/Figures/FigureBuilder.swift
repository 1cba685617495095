/// Makes tables of what was counted: sums, what ties them, and what of it may be shown.
struct FigureBuilder {
  let layout: FigureLayout
  let counts: FigureCounts
  let period: FigurePeriod
  let isExact: Bool
  private let isForm: Bool
  var grid = FigureGrid()
  private(set) var cells: [FigureCell: Int]
  private(set) var again: [FigureCell: Int]
  private(set) var offices: [String] = []

  /// - Parameter isForm: the yearly form and nothing else. Beside the other tables it would tell more than either
  ///   alone.
  init(
    _ counts: FigureCounts, _ period: FigurePeriod, isExact: Bool, isForm: Bool, book: RuleBook
  ) {
    layout = FigureLayout(book: book)
    (self.counts, self.period) = (counts, period)
    (self.isExact, self.isForm) = (isExact, isForm)
    let folding = isExact ? nil : FigureFolding(counts.cells, again: counts.again)
    (cells, again) = (folding?.cells ?? counts.cells, folding?.again ?? counts.again)
    offices = Set(
      cells.keys.compactMap { cell -> String? in
        switch cell.table {
        case .reports, .form508: cell.row
        case .arrivals: cell.column
        default: nil
        }
      }
    ).sorted { Self.order($0) < Self.order($1) }
  }

  /// Those that are no office last.
  static func order(_ key: String) -> (Int, String) {
    (key == FigureTable.other ? 2 : key == FactSheet.unknown ? 1 : 0, key)
  }

  mutating func tables() -> [FigureTable] {
    if isForm {
      sumForm()
    } else {
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
    let hidden = isExact ? [] : CellSuppression(grid).hidden
    return FigureTable.Name.allCases.filter { ($0 == .form508) == isForm }.map { name in
      name == .days ? days(hidden) : table(name, hidden)
    }
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
    return Set(cells.keys.filter { $0.table == .route }.map(\.row) + always).sorted {
      Self.order($0) < Self.order($1)
    }
  }

  var clockNames: [String] {
    Set(
      cells.keys.filter { $0.table == .clocks }.compactMap { cell in
        cell.row.split(separator: FigureLayout.divider).first.map(String.init)
      }
    ).sorted()
  }

  func clockRows(_ clock: String) -> [String] {
    offices.map { clock + FigureLayout.divider + $0 }
      .filter { cells[FigureCell(.clocks, $0, "all")] != nil }
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
  private func isShown(_ row: FigureTable.Row, in name: FigureTable.Name) -> Bool {
    if row.key == FigureTable.total { return true }
    if isExact { return row.values.contains { $0 != 0 } }
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
    }
  }

  /// How long steps took. The longest is one case's, so it is told in exact figures alone.
  private func days(_ hidden: Set<FigureCell>) -> FigureTable {
    let rows = CaseDays.spans.map { span -> FigureTable.Row in
      let found = (counts.days[span.id] ?? [:]).sorted { $0.key < $1.key }
      let count = found.reduce(0) { $0 + $1.value }
      guard !hidden.contains(FigureCell(.days, span.id, "count")) else {
        return FigureTable.Row(key: span.id, values: [nil, nil, nil])
      }
      var left = (count + 1) / 2
      let median = found.first { day in
        left -= day.value
        return left <= 0
      }
      return FigureTable.Row(
        key: span.id,
        values: [count, median?.key, isExact ? found.last?.key : nil])
    }
    return FigureTable(
      name: .days, columns: FigureLayout.days,
      rows: rows.filter { !isExact || $0.values.first != 0 })
  }
}
