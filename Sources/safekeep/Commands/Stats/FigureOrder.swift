import Casework
import Vault

/// Which figures are asked for, and for whom.
struct FigureOrder {
  private let months: FigurePeriod
  private let use: FiguresUse
  private let isForm: Bool
  private let official: OfficialOptions
  private let breakdown: FigureBreakdown

  init(
    _ period: MonthOptions, _ options: BreakdownOptions, _ official: OfficialOptions,
    isForm: Bool, isFile: Bool
  ) throws(Fault) {
    months = try period.period(needsYear: isForm)
    use = try official.use(isFile: isFile)
    breakdown = try options.breakdown(months, use, isForm: isForm)
    (self.isForm, self.official) = (isForm, official)
  }

  func page(_ desk: Desk) throws(Fault) -> FigurePage {
    let (figures, book) = try desk.withCasework(fresh: use != .look) { casework, session in
      let meter = ProgressMeter(Progress(desk.words.countingCases, of: 0, on: desk.terminal))
      let figures = try casework.figures(
        months, breakdown, isForm: isForm, for: use, as: session,
        progress: { done, _ in meter.reached(done) })
      return (figures, casework.book)
    }
    return FigurePage(
      figures: figures, book: book, handle: try desk.handle(), recipient: official.recipient,
      citation: official.citation)
  }
}
