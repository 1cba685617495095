import Casework
import Vault

/// Which figures are asked for, and for whom.
struct FigureOrder {
  private let months: FigurePeriod
  private let use: FiguresUse
  private let isForm: Bool
  private let official: OfficialOptions

  init(
    _ period: MonthOptions, _ official: OfficialOptions, isForm: Bool, isFile: Bool
  ) throws(Fault) {
    months = try period.period(needsYear: isForm)
    use = try official.use(isFile: isFile)
    (self.isForm, self.official) = (isForm, official)
  }

  func page(_ desk: Desk) throws(Fault) -> FigurePage {
    let (figures, book) = try desk.withCasework(fresh: use != .look) { casework, session in
      let meter = ProgressMeter(Progress(desk.words.countingCases, of: 0, on: desk.terminal))
      let figures = try casework.figures(
        months, isForm: isForm, for: use, as: session, progress: { done, _ in meter.reached(done) })
      return (figures, casework.book)
    }
    return FigurePage(
      figures: figures, book: book, handle: try desk.handle(), recipient: official.recipient,
      citation: official.citation)
  }
}
