/// Limits that one event starts, or that one starts as another ends: whoever knows how many have the one knows of the
/// others. Each request has a limit to be answered, and of the limits to be carried out the one of its kind (Decree 356/2025
/// Art. 5); the certificate is due once the police have answered, or should have (Law 53/2024 Art. 28).
extension FigureBuilder {
  /// A limit with those that take its place when it is extended: something has one of them.
  private struct Family {
    let first: ClockRule
    var names: [String]
  }

  mutating func tieStarts() {
    let families = families
    for (place, one) in families.enumerated() {
      let others = families.filter { areTogether(one.first, $0.first) }
      tie(one, over: others.filter { one.first.condition.terms.isEmpty && !isSame(one, $0) })
      for next in families where next.first.followed.contains(where: one.names.contains) {
        tie(one, over: [next])
      }
      for other in families[(place + 1)...]
      where areTogether(one.first, other.first) && isSame(one, other) {
        for row in [FigureTable.total] + offices {
          guard let all = count(one, row), let same = count(other, row) else { continue }
          grid.add(all, is: [same], .near)
        }
      }
    }
  }

  private var families: [Family] {
    clockNames.compactMap { layout.book.clocks[$0] }.reduce(into: [Family]()) { all, rule in
      let first = layout.book.clocks.first(of: rule)
      guard layout.paths(of: first.id).isEmpty else { return }
      if let place = all.firstIndex(where: { $0.first.id == first.id }) {
        all[place].names.append(rule.id)
      } else {
        all.append(Family(first: first, names: [rule.id]))
      }
    }
  }

  /// Whether one thing starts both.
  private func areTogether(_ one: ClockRule, _ other: ClockRule) -> Bool {
    let starts = Set(layout.fieldsStarting(one.id))
    return one.id != other.id && one.validity.overlaps(other.validity)
      && !starts.isEmpty && starts == Set(layout.fieldsStarting(other.id))
  }

  private func isSame(_ one: Family, _ other: Family) -> Bool {
    one.first.condition == other.first.condition
  }

  /// How many have one of a family; nil where no table has a number of it.
  private mutating func count(_ family: Family, _ row: String) -> FigureCell? {
    let cells = cells(family, row, ["all"])
    guard cells.count > 1 else { return cells.first }
    let all = FigureCell(.clocks, row, "all of " + family.first.id)
    if grid.values[all] == nil { grid.setSum(all, of: cells) }
    return all
  }

  private func cells(_ family: Family, _ row: String, _ columns: [String]) -> [FigureCell] {
    family.names.flatMap { name in
      columns.map { FigureCell(.clocks, name + FigureLayout.divider + row, $0) }
    }.filter { grid.values[$0] != nil }
  }

  /// What has a limit that everything has and none of the others that are told: of a kind of which no table tells.
  private mutating func tie(_ wide: Family, over parts: [Family]) {
    guard !parts.isEmpty else { return }
    let rows = [FigureTable.total] + offices
    let rests = rows.compactMap { row in count(wide, row).map { rest(wide, $0, parts, row) } }
    guard let whole = rests.first, whole.column == restName(wide, parts) else { return }
    grid.add(whole, is: Array(rests.dropFirst()))
  }

  private func restName(_ wide: Family, _ parts: [Family]) -> String {
    ([wide] + parts).map(\.first.id).joined(separator: " without ")
  }

  /// What is left over in a row; all of it where nothing else is told there.
  private mutating func rest(
    _ wide: Family, _ all: FigureCell, _ parts: [Family], _ row: String
  ) -> FigureCell {
    let told = parts.compactMap { count($0, row) }
    let rest = FigureCell(.clocks, row, restName(wide, parts))
    guard !told.isEmpty else { return all }
    grid.setRest(rest, of: all, less: told)
    guard grid.values[rest] != nil else { return all }
    tieAnswered(wide, parts, row)
    return rest
  }

  /// What was carried out was answered, where the end of the one is an end of the other.
  private mutating func tieAnswered(_ wide: Family, _ parts: [Family], _ row: String) {
    let ends = Set(layout.fieldsEnding(wide.first.id))
    let within = parts.filter { Set(layout.fieldsEnding($0.first.id)).isSubset(of: ends) }
    let (over, under) = (["met", "late"], within.flatMap { cells($0, row, ["met", "late"]) })
    guard !under.isEmpty else { return }
    let answered = FigureCell(.clocks, row, "ended of " + wide.first.id)
    grid.setSum(answered, of: cells(wide, row, over))
    grid.add(answered, is: under, .least)
  }
}
