/// Under which rules a case is held: the book that the vault adopted last, and of its rows those that were in
/// force when the person came. Rows are never changed backwards, so a case keeps the ones of its days whatever
/// is adopted later.
public struct CaseRules: Hashable, Sendable {
  /// The entry of the log that brought the book in.
  public let adopted: Int
  /// From when the newest of the rows of steps, limits and rights holds that held on the day of arrival, or
  /// holds today where that day is not known; nil where none says.
  public let since: CalendarDay?

  init(_ book: RuleBook, adopted: Int, on day: CalendarDay) {
    self.adopted = adopted
    let all =
      book.steps.steps.map(\.validity) + book.clocks.rules.map(\.validity)
      + book.entitlements.rows.map(\.validity)
    since = all.filter { $0.holds(on: day) }.compactMap(\.from).max()
  }
}
