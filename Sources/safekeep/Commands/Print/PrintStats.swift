import ArgumentParser
import Casework

/// `safekeep print stats`: what `stats --to FILE.html` writes.
struct PrintStats: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .printStats, example: "safekeep print stats --year 2026 --to figures.html --as minh")

  @OptionGroup var period: MonthOptions
  @OptionGroup var breakdown: BreakdownOptions
  @Flag(name: .customLong("yearly"), help: .of({ $0.optionForm508 })) var form508 = false
  @OptionGroup var official: OfficialOptions
  @OptionGroup var page: PageOption
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let order = try FigureOrder(period, breakdown, official, isForm: form508, isFile: true)
    let file = try page.file()
    let figures = try order.page(desk)
    let entry = figures.figures.entry
    try page.show(
      FigureHTML(figures, in: desk.words.language).text, into: file, nil, entry: entry,
      notes: figures.notes(desk.words), desk)
  }
}
