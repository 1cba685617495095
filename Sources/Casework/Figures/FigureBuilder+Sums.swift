/// What each table sums up, and what everybody knows of its sums.
extension FigureBuilder {
  mutating func sumReports() {
    let table = FigureTable.Name.reports
    for row in [FigureTable.total] + offices {
      for column in FigureLayout.reports { set(table, row, column, ofRows: offices) }
      let received = FigureCell(table, row, "received")
      for column in ["handled", "settled"] {
        grid.setRest(
          FigureCell(table, row, "not " + column), of: received,
          less: [FigureCell(table, row, column)])
      }
      grid.setRest(
        FigureCell(table, row, "in hand"), of: FigureCell(table, row, "handled"),
        less: [FigureCell(table, row, "settled")])
    }
    for column in FigureLayout.reports + ["not handled", "not settled"] {
      addRows(table, offices, column)
    }
  }

  mutating func sumArrivals() {
    let (table, months) = (FigureTable.Name.arrivals, months)
    for row in [FigureTable.total] + months {
      for column in offices { set(table, row, column, ofRows: months) }
      grid.set(
        FigureCell(table, row, FigureTable.total),
        offices.reduce(0) { $0 + (grid.values[FigureCell(table, row, $1)] ?? 0) })
      grid.add(
        FigureCell(table, row, FigureTable.total), is: offices.map { FigureCell(table, row, $0) })
    }
    for column in [FigureTable.total] + offices { addRows(table, months, column) }
    // Reports and persons of an office are mostly the same number: what is kept in one is kept in the other.
    for office in offices {
      grid.add(
        FigureCell(.reports, office, "received"),
        is: [FigureCell(table, FigureTable.total, office)], .near)
    }
    grid.add(FigureCell(.reports, FigureTable.total, "received"), is: [persons], .near)
  }

  /// All persons: the one number that the tables of persons have in common.
  var persons: FigureCell { FigureCell(.arrivals, FigureTable.total, FigureTable.total) }

  /// A table of one column. Where somebody can have several codes the parts come to more than the whole.
  mutating func sumList(_ table: FigureTable.Name, _ codes: [String]) {
    for code in codes {
      set(table, code, "persons", ofRows: [])
      guard table != .path else { continue }
      grid.setRest(
        FigureCell(table, code, "others"), of: persons, less: [FigureCell(table, code, "persons")])
    }
    grid.add(persons, is: codes.map { FigureCell(table, $0, "persons") }, .near)
  }

  mutating func sumAges() {
    let (table, total) = (FigureTable.Name.age, FigureTable.total)
    for row in [total] + FigureLayout.ages {
      for column in layout.sexes { set(table, row, column, ofRows: FigureLayout.ages) }
      let sum = row == total ? persons : FigureCell(table, row, total)
      if row != total {
        grid.set(
          sum, layout.sexes.reduce(0) { $0 + (grid.values[FigureCell(table, row, $1)] ?? 0) })
      }
      grid.add(sum, is: layout.sexes.map { FigureCell(table, row, $0) })
    }
    for column in layout.sexes { addRows(table, FigureLayout.ages, column) }
    grid.add(persons, is: FigureLayout.ages.map { FigureCell(table, $0, total) })
  }

  mutating func sumSupport() {
    for regime in layout.regimes {
      for column in ["persons", "times"] { set(.support, regime, column, ofRows: []) }
      // Most who were given something in a period came in it.
      grid.setRest(
        FigureCell(.support, regime, "others"), of: persons,
        less: [FigureCell(.support, regime, "persons")])
      grid.add(
        FigureCell(.support, regime, "times"), is: [FigureCell(.support, regime, "persons")], .near)
    }
  }

  mutating func sumClocks() {
    let table = FigureTable.Name.clocks
    for clock in clockNames {
      let (rows, sum) = (clockRows(clock), clock + FigureLayout.divider + FigureTable.total)
      for row in [sum] + rows {
        for column in FigureLayout.clocks {
          let cell = FigureCell(table, row, column)
          func sumOf(_ numbers: [FigureCell: Int]) -> Int {
            (row == sum ? rows : [row]).reduce(0) {
              $0 + (numbers[FigureCell(table, $1, column)] ?? 0)
            }
          }
          grid.set(cell, sumOf(cells), again: sumOf(again))
        }
        grid.add(
          FigureCell(table, row, "all"),
          is: ["met", "late", "open"].map { FigureCell(table, row, $0) })
        grid.setRest(
          FigureCell(table, row, "not overdue"), of: FigureCell(table, row, "open"),
          less: [FigureCell(table, row, "overdue")])
      }
      for column in FigureLayout.clocks {
        grid.add(FigureCell(table, sum, column), is: rows.map { FigureCell(table, $0, column) })
      }
    }
  }

  mutating func sumForm() {
    let table = FigureTable.Name.form508
    for row in [FigureTable.total] + offices {
      for column in FigureLayout.form508 { set(table, row, column, ofRows: offices) }
      let received = FigureCell(table, row, "received")
      grid.setRest(
        FigureCell(table, row, "not female"), of: received, less: [FigureCell(table, row, "female")]
      )
      let minors = ["16-17", "0-15"].map { FigureCell(table, row, $0) }
      grid.setRest(FigureCell(table, row, "adults"), of: received, less: minors)
      grid.setRest(
        FigureCell(table, row, "not served"), of: received, less: [FigureCell(table, row, "served")]
      )
      let times = FigureCell(table, row, "times")
      grid.add(times, is: FigureLayout.formServices.map { FigureCell(table, row, $0.rawValue) })
      grid.add(times, is: [FigureCell(table, row, "served")], .near)
    }
    for column in FigureLayout.form508 + ["not female", "adults"] {
      addRows(table, offices, column)
    }
  }

  /// Puts a number into the grid: what was counted, or for the row of all the sum of the others.
  private mutating func set(
    _ table: FigureTable.Name, _ row: String, _ column: String, ofRows rows: [String]
  ) {
    let cell = FigureCell(table, row, column)
    let parts = row == FigureTable.total ? rows.map { FigureCell(table, $0, column) } : [cell]
    func sum(_ numbers: [FigureCell: Int]) -> Int { parts.reduce(0) { $0 + (numbers[$1] ?? 0) } }
    grid.set(cell, sum(cells), again: sum(again))
  }

  private mutating func addRows(_ table: FigureTable.Name, _ rows: [String], _ column: String) {
    grid.add(
      FigureCell(table, FigureTable.total, column), is: rows.map { FigureCell(table, $0, column) })
  }
}
