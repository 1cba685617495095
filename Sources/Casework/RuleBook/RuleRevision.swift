/// Holds a proposed rule book against the one in force. Rules are never changed backwards: what was done in
/// a case was done under the rows of its day, so those stay, and new ones begin.
struct RuleRevision {
  let adopted: RuleBook
  let proposed: RuleBook
  /// The first day on which the proposed book could be in force.
  let today: CalendarDay

  /// What would change, table by table.
  ///
  /// - Throws: `.rules` with the first row that would be changed backwards.
  func changes() throws(CaseworkError) -> [RuleChange] {
    var found: [RuleChange] = []
    for table in RuleTable.allCases where adopted.files[table] != proposed.files[table] {
      found += try changes(of: table)
    }
    return found
  }

  private func changes(of table: RuleTable) throws(CaseworkError) -> [RuleChange] {
    let (old, new) = (try adopted.lines(of: table), try proposed.lines(of: table))
    let before = try Self.byName(old)
    let names = Set(try Self.byName(new).keys)
    var found: [RuleChange] = []
    for row in new {
      if let known = before[row.name] {
        if let change = try change(from: known, to: row) { found.append(change) }
      } else {
        try checkAdded(row)
        found.append(added(row, beside: old))
      }
    }
    for row in old where !names.contains(row.name) {
      guard isAhead(row) else { throw .rules(RuleFault(table, line: nil, .rowGone(row.name))) }
      found.append(RuleChange(kind: .withdrawn, row: row, columns: []))
    }
    return found
  }

  private static func byName(_ rows: [RuleLine]) throws(CaseworkError) -> [String: RuleLine] {
    var found: [String: RuleLine] = [:]
    for row in rows where found.updateValue(row, forKey: row.name) != nil {
      throw .rules(RuleFault(row.table, line: row.line, .duplicate(row.name)))
    }
    return found
  }

  // MARK: Rows that are there

  private func change(
    from old: RuleLine, to new: RuleLine
  ) throws(CaseworkError) -> RuleChange? {
    let differ = new.differences(from: old)
    guard !differ.isEmpty else { return nil }
    if differ.allSatisfy(new.table.wording.contains) {
      return RuleChange(kind: .reworded, row: new, columns: differ, before: old)
    }
    if isAhead(old) {
      try checkAdded(new)
      return RuleChange(kind: .amended, row: new, columns: differ, before: old)
    }
    for column in differ where column != "valid_to" && !new.table.wording.contains(column) {
      throw fault(
        new,
        new.table.force == .validity
          ? .keptWhileInForce(column: column, of: new.name)
          : .keptForGood(column: column, of: new.name))
    }
    try checkEnd(from: old, to: new)
    return RuleChange(kind: .ended, row: new, columns: differ, before: old)
  }

  /// A row ends today at the earliest, and one that has ended stays so.
  private func checkEnd(from old: RuleLine, to new: RuleLine) throws(CaseworkError) {
    let ends = [old, new].compactMap { Self.day($0.cell("valid_to")) }
    guard ends.allSatisfy({ $0 >= today }) else { throw fault(new, .endsInThePast(new.name)) }
  }

  // MARK: Rows that are new

  /// A new row beside the one whose place it takes: the same step, the same right.
  private func added(_ row: RuleLine, beside rows: [RuleLine]) -> RuleChange {
    let place: [String]? =
      switch row.table {
      case .steps: ["from", "to"]
      case .entitlements: ["legal_regime", "category", "regime"]
      default: nil
      }
    let before = place.flatMap { place in
      rows.last { known in place.allSatisfy { known.cell($0) == row.cell($0) } }
    }
    let differ = before.map { row.differences(from: $0) } ?? []
    return RuleChange(kind: .added, row: row, columns: differ, before: before)
  }

  private func checkAdded(_ row: RuleLine) throws(CaseworkError) {
    switch row.table {
    case .roles: throw fault(row, .newRole(row.name))
    case .bases, .clocks, .entitlements, .steps:
      guard let from = Self.day(row.cell("valid_from")), from >= today else {
        throw fault(row, .beginsInThePast(row.name))
      }
    case .fields:
      // Nothing of it was recorded yet; without a day it begins with the book.
      guard Self.day(row.cell("valid_from")).map({ $0 >= today }) ?? true else {
        throw fault(row, .beginsInThePast(row.name))
      }
    case .holidays:
      guard let from = Self.day(row.cell("from")), from >= today else {
        throw fault(row, .daysInThePast(row.name))
      }
    // Nobody's right or duty hangs on when a place began: a list of communes comes when it comes.
    case .codes, .entities, .places: break
    }
  }

  /// Whether a row is not in force yet, so that nothing rests on it.
  private func isAhead(_ row: RuleLine) -> Bool {
    switch row.table.force {
    case .validity: Self.day(row.cell("valid_from")).map { $0 > today } ?? false
    case .days: Self.day(row.cell("from")).map { $0 > today } ?? false
    case .adoption: false
    }
  }

  /// The book was read, so what stands there is a day, or none, or the same day of every year.
  private static func day(_ cell: String) -> CalendarDay? {
    (try? PartialDate(cell))?.exactDay
  }

  private func fault(_ row: RuleLine, _ reason: RuleFault.Reason) -> CaseworkError {
    .rules(RuleFault(row.table, line: row.line, reason))
  }
}
