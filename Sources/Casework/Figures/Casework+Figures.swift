public import Vault

extension Casework {
  /// Counts every case of the vault, one entry for all. What is suppressed and what is not depends on what the
  /// figures are for: exact ones are an export to somebody who is named.
  ///
  /// - Parameters:
  ///   - isForm: the yearly form 508/PCTNXH-Sở alone, in place of all other tables.
  ///   - progress: told how many cases were passed, and of how many.
  public func figures(
    _ period: FigurePeriod, _ breakdown: FigureBreakdown = .none, isForm: Bool = false,
    for use: FiguresUse,
    as session: borrowing Session,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CaseworkError) -> Figures {
    guard let field = book["facts.facts"]?.id else { throw .noSuchForm }
    let isExact = if case .official = use { true } else { false }
    var counts = FigureCounts(
      period, in: String(moment.dayInVietnam.text.prefix(7)),
      by: breakdown.axes, of: breakdown.office)
    var closed = 0
    let look = try CaseworkError.ofVault { () throws(VaultError) in
      let all = try vault.caseRows()
      return try vault.facts(field, for: use, as: session, progress: { progress($0, all) }) {
        id, items throws(VaultError) in
        guard let items else {
          closed += 1
          return
        }
        counts.add(id, FactSheet(items))
      }
    }
    counts.finish()
    var builder = FigureBuilder(
      counts, period, isExact: isExact, isForm: isForm, by: breakdown.axes, book: book)
    return Figures(
      period: period, isExact: isExact, breakdown: breakdown, tables: builder.tables(),
      unopened: closed,
      waiting: look.waiting, entry: look.entry)
  }
}
