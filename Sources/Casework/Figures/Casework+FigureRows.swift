public import Vault

extension Casework {
  /// One row a person, in another organisation's columns, of what at least eleven people share. A lead's alone, for a
  /// recipient who is named and by a provision that is: one entry, an export (`FiguresUse.official`).
  public func figureRows(
    _ period: FigurePeriod, in standard: RowStandard, recipient: String, provision: String,
    as session: borrowing Session, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CaseworkError) -> FigureRows {
    guard let field = book["facts.facts"]?.id else { throw .noSuchForm }
    var counts = RowCounts(period)
    var closed = 0
    let use = FiguresUse.official(recipient: recipient, provision: provision)
    let look = try CaseworkError.ofVault { () throws(VaultError) in
      let all = try vault.caseRows()
      return try vault.facts(field, for: use, as: session, progress: { progress($0, all) }) {
        id, items throws(VaultError) in
        if let items { counts.add(id, FactSheet(items)) } else { closed += 1 }
      }
    }
    counts.finish()
    let shared = SharedRows(counts.people)
    let rows = shared.rows.flatMap { Array(repeating: standard.cells($0.row), count: $0.people) }
    return FigureRows(
      header: standard.header, rows: rows.sorted { $0.lexicographicallyPrecedes($1) },
      leftOut: shared.leftOut, unopened: closed, waiting: look.waiting,
      entry: look.entry)
  }
}
