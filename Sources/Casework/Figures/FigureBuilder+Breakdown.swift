/// Exact figures by office or by month: what was counted, as it is.
extension FigureBuilder {
  /// The offices, or the months of the period.
  private func groups(of measure: FigureMeasure, by axis: FigureAxis) -> [String] {
    switch axis {
    case .office: return measure == .support ? served : offices
    case .month:
      guard let first = period.first, let last = period.last else { return [] }
      return FigureLayout.months(from: first, to: last)
    }
  }

  func breakdown(
    _ name: FigureTable.Name, _ measure: FigureMeasure, by axis: FigureAxis
  ) -> FigureTable {
    let tally = counts.parts[axis] ?? FigureTally()
    let (columns, groups) = (columns(of: measure), groups(of: measure, by: axis))
    let keys =
      measure == .clocks
      ? clockNames.flatMap { name in groups.map { FigureLayout.at(name, $0) } } : groups
    let rows = keys.map { key in
      FigureTable.Row(
        key: key,
        values: measure == .days
          ? CaseDays.spans.flatMap { days(of: tally.days[FigureLayout.at($0.id, key)]) }
          : columns.map { tally.cells[cell(of: measure, key, $0)] ?? 0 })
    }
    return FigureTable(name: name, columns: columns, rows: rows.filter { isShown($0, in: name) })
  }

  /// Of support and days two codes: what it is of, and which number of it.
  private func columns(of measure: FigureMeasure) -> [String] {
    switch measure {
    case .path: layout.paths
    case .sex: layout.sexes
    case .age: FigureLayout.ages
    case .exploitation: layout.exploitations
    case .route: routes
    case .support:
      layout.regimes.flatMap { regime in
        ["persons", "times"].map { FigureLayout.at(regime, $0) }
      }
    case .days:
      CaseDays.spans.flatMap { span in FigureLayout.days.map { FigureLayout.at(span.id, $0) } }
    case .reports: FigureLayout.reports
    case .clocks: FigureLayout.clocks
    }
  }

  private func at(
    _ table: FigureTable.Name, _ code: String, _ group: String, _ column: String
  ) -> FigureCell {
    FigureCell(table, FigureLayout.at(code, group), column)
  }

  private func cell(
    of measure: FigureMeasure, _ group: String, _ column: String
  ) -> FigureCell {
    let total = FigureTable.total
    switch measure {
    case .path: return at(.path, column, group, "persons")
    case .sex: return FigureCell(.age, FigureLayout.at(total, group), column)
    case .age: return at(.age, column, group, total)
    case .exploitation: return at(.exploitation, column, group, "persons")
    case .route: return at(.route, column, group, "persons")
    case .support:
      let parts = FigureLayout.parts(column)
      return at(.support, parts[0], group, parts[1])
    case .days: return at(.days, column, group, "count")
    case .reports: return FigureCell(.reports, group, column)
    case .clocks: return FigureCell(.clocks, group, column)
    }
  }
}
