/// Which support regimes a person has. A regime outside the row is refused, with the article.
public struct EntitlementTable: Sendable {
  /// What the table says of one regime for one person.
  public enum Answer: Hashable, Sendable {
    case entitled(Entitlement)
    /// Not in the row of the category; the citation is the row's.
    case notEntitled(Citation)
    /// The table has no row for the category at all: a stateless permanent resident in process abroad
    /// has none in Art. 37.
    case noRow
  }

  public let rows: [Entitlement]

  init(_ rows: [Entitlement]) { self.rows = rows }

  /// The rows of a category.
  func rows(_ legalRegime: String, _ category: String, on day: RuleDay) -> [Entitlement] {
    let own = rows.filter { $0.legalRegime == legalRegime && $0.category == category }
    return own.filter { row in
      day.holds(row, among: own.filter { $0.regime == row.regime })
    }
  }

  /// Whether a regime may be given.
  func answer(
    _ regime: String, _ legalRegime: String, _ category: String, on day: RuleDay
  ) -> Answer {
    let row = rows(legalRegime, category, on: day)
    guard let first = row.first else { return .noRow }
    return row.first { $0.regime == regime }.map(Answer.entitled) ?? .notEntitled(first.citation)
  }

  /// The same for somebody who had one of several categories: the first that has the regime, else the first of all.
  func answer(
    _ regime: String, _ legalRegime: String, oneOf categories: [String], on day: RuleDay
  ) -> (category: String, answer: Answer) {
    let answers = categories.map { ($0, answer(regime, legalRegime, $0, on: day)) }
    let entitled = answers.first { if case .entitled = $0.1 { true } else { false } }
    return entitled ?? answers.first ?? ("", .noRow)
  }

  /// What may be given before a category is set, at night and without a lead (Law 53/2024 Art. 27(1):
  /// the commune supports "where necessary"): essential needs, medical help, an interpreter, and a stay.
  public static let beforeCategory: Set<String> = ["a", "b", "c"]
}
