import ArgumentParser
import Casework

/// `--since MONTH` and `--until MONTH`, or `--year YEAR`: whole months, the last one included.
struct MonthOptions: ParsableArguments {
  @Option(help: .of({ $0.optionSinceMonth }, "month")) var since: String?
  @Option(help: .of({ $0.optionUntilMonth }, "month")) var until: String?
  @Option(help: .of({ $0.optionYear }, "year")) var year: Int?

  /// - Parameter needsYear: the form is of a whole year.
  /// - Throws: 64 for what is no month, a period that ends before it begins, or a year beside months.
  func period(needsYear: Bool) throws(Fault) -> FigurePeriod {
    if let year {
      guard since == nil, until == nil, let period = FigurePeriod(year: year) else {
        throw .badMonths
      }
      return period
    }
    guard !needsYear, let period = FigurePeriod(first: since, last: until) else { throw .badMonths }
    return period
  }
}

extension Fault {
  static let badMonths = Fault(.usage, reason: "bad_months") { $0.badMonths }
}
