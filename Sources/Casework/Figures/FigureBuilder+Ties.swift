/// What ties one table to another: whoever reads one of them knows of the others by it.
extension FigureBuilder {
  mutating func tieTables() {
    tieClocks()
    tieStarts()
    tieDays()
  }

  private var received: FigureCell { FigureCell(.reports, FigureTable.total, "received") }

  private func clock(_ clock: String, _ row: String, _ column: String = "all") -> FigureCell {
    FigureCell(.clocks, clock + FigureLayout.divider + row, column)
  }

  // MARK: Limits

  private mutating func tieClocks() {
    for name in clockNames {
      let paths = layout.paths(of: name)
      // A limit that every arrival by some ways starts counts those arrivals.
      if !paths.isEmpty {
        grid.add(
          clock(name, FigureTable.total), is: paths.map { FigureCell(.path, $0, "persons") }, .near)
      }
      for row in rows(of: name) { tie(name, to: FigureCell(.reports, row, "received"), row, paths) }
    }
    for row in [FigureTable.total] + offices { tieClocks(of: row) }
    addLeftOver()
  }

  /// What is left over of everybody is left over of the offices together; where an office has not the limit, its other
  /// number is left over whole.
  private mutating func addLeftOver() {
    let (names, rows) = (
      clockNames.filter { !layout.paths(of: $0).isEmpty }, [FigureTable.total] + offices
    )
    for wide in names {
      let received = rows.map { FigureCell(.reports, $0, "received") }
      addLeftOver(rows.map { clock(wide, $0, "without") }, or: received)
      for one in names where one != wide {
        addLeftOver(rows.map { clock(wide, $0, "beside " + one) }, or: rows.map { clock(wide, $0) })
      }
    }
  }

  /// The first is of everybody.
  private mutating func addLeftOver(_ rests: [FigureCell], or wholes: [FigureCell]) {
    guard grid.values[rests[0]] != nil else { return }
    let parts = zip(rests, wholes).dropFirst().map { grid.values[$0] == nil ? $1 : $0 }
    let known = grid.values
    grid.add(rests[0], is: parts.filter { known[$0] != nil })
  }

  /// Files that have the limit are files; those that have it not came another way.
  private mutating func tie(
    _ name: String, to received: FigureCell, _ row: String, _ paths: [String]
  ) {
    if paths.isEmpty { return grid.add(received, is: [clock(name, row)], .least) }
    let rest = clock(name, row, "without")
    grid.setRest(rest, of: received, less: [clock(name, row)])
    if row == FigureTable.total { tie(rest, toOthersThan: paths) }
  }

  /// Who is left over came some other way.
  private mutating func tie(_ rest: FigureCell, toOthersThan paths: [String]) {
    guard grid.values[rest] != nil else { return }
    let others = layout.paths.filter { !paths.contains($0) }
    grid.add(rest, is: others.map { FigureCell(.path, $0, "persons") }, .near)
  }

  /// Limits for the same ways count the same files, limits for different ones are together no more than all, and one
  /// for more ways than another counts those beside it.
  private mutating func tieClocks(of row: String) {
    let names = clockNames.filter { rows(of: $0).contains(row) }
      .map { (name: $0, paths: Set(layout.paths(of: $0))) }.filter { !$0.paths.isEmpty }
      .sorted { ($1.paths.count, $0.name) < ($0.paths.count, $1.name) }
    for (place, wide) in names.enumerated() {
      for one in names[(place + 1)...] where one.paths.isSubset(of: wide.paths) {
        let beside = wide.paths.subtracting(one.paths).sorted()
        tie(wide.name, to: one.name, beside, in: row)
      }
    }
    let apart = names.reduce(into: (names: [String](), paths: Set<String>())) { found, one in
      guard found.paths.isDisjoint(with: one.paths) else { return }
      found.names.append(one.name)
      found.paths.formUnion(one.paths)
    }.names
    guard apart.count > 1 else { return }
    let rest = FigureCell(.clocks, row, "no way")
    grid.setRest(
      rest, of: FigureCell(.reports, row, "received"), less: apart.map { clock($0, row) })
    if row == FigureTable.total { tie(rest, toOthersThan: apart.flatMap(layout.paths(of:))) }
  }

  /// Ways of arrival are told of everybody alone; of an office too the difference stands for those who came beside.
  private mutating func tie(
    _ wide: String, to one: String, _ beside: [String], in row: String
  ) {
    let (all, part) = (clock(wide, row), clock(one, row))
    let rest = FigureCell(all.table, all.row, "beside " + one)
    if !beside.isEmpty { grid.setRest(rest, of: all, less: [part]) }
    guard row == FigureTable.total || beside.isEmpty else { return }
    let ways = beside.map { FigureCell(.path, $0, "persons") }
    grid.add(all, is: [part] + ways, .near)
    if grid.values[rest] != nil { grid.add(rest, is: ways, .near) }
  }

  private func rows(of name: String) -> [String] {
    [FigureTable.total] + clockRows(name).map { String($0.dropFirst(name.count + 1)) }
  }

  // MARK: Days

  private mutating func tieDays() {
    for span in CaseDays.spans {
      let count = FigureCell(.days, span.id, "count")
      grid.set(count, (whole.days[span.id] ?? [:]).values.reduce(0, +))
      grid.setRest(FigureCell(.days, span.id, "without"), of: received, less: [count])
      grid.setRest(
        FigureCell(.days, span.id, "in hand without"),
        of: FigureCell(.reports, FigureTable.total, "handled"), less: [count])
      for step in [span.from, span.to] {
        tie(count, to: clockNames.filter { layout.fieldsEnding($0).contains(step) })
        tie(count, toStarted: clockNames.filter { layout.fieldsStarting($0).contains(step) })
      }
    }
    // What is settled was decided, mostly.
    grid.add(
      FigureCell(.reports, FigureTable.total, "settled"),
      is: [FigureCell(.days, "arrival_decision", "count")], .near)
    tieSpans()
  }

  /// A file in which a step is dated has no limit running that the step ends, and most files that met the limit are
  /// those that have the step. Limits for different ways do so together.
  private mutating func tie(_ count: FigureCell, to names: [String]) {
    let ways = names.map { Set(layout.paths(of: $0)) }
    let all = ways.reduce(into: Set<String>()) { $0.formUnion($1) }
    let areApart =
      names.count > 1 && !ways.contains(where: \.isEmpty)
      && all.count == ways.reduce(0) { $0 + $1.count }
    for name in names { tie(count, with: [name], areApart ? .least : .near) }
    if areApart { tie(count, with: names, .near) }
  }

  /// Every file in which the step is dated has one of the limits that it starts; those of them are left over that have
  /// not the other step.
  private mutating func tie(_ count: FigureCell, toStarted names: [String]) {
    guard !names.isEmpty else { return }
    let limits = names.map { clock($0, FigureTable.total) }
    let all = FigureCell(.days, count.row, "started")
    grid.setSum(all, of: limits)
    grid.setRest(FigureCell(.days, count.row, "started without"), of: all, less: [count])
  }

  private mutating func tie(_ count: FigureCell, with names: [String], _ tie: FigureSum.Tie) {
    func cells(_ column: String) -> [FigureCell] {
      names.map { clock($0, FigureTable.total, column) }
    }
    grid.add(received, is: [count] + cells("open"), .least)
    grid.add(count, is: cells("met") + cells("late"), tie)
  }

  /// Two steps that begin or end with the same one: who has the later has the earlier, and who has not is left over.
  private mutating func tieSpans() {
    let spans = CaseDays.spans
    for (place, one) in spans.enumerated() {
      for other in spans[(place + 1)...]
      where !Set([one.from, one.to]).isDisjoint(with: [other.from, other.to]) {
        let cells = [one, other].map { FigureCell(.days, $0.id, "count") }
        for (all, part) in [(cells[0], cells[1]), (cells[1], cells[0])] {
          let rest = FigureCell(.days, all.row, "without " + part.row)
          grid.setRest(rest, of: all, less: [part])
          // Of two that are the same each would be left over of the other, and both known to be nought.
          if grid.values[rest] != nil { break }
        }
      }
    }
  }
}
