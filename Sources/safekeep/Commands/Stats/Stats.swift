import ArgumentParser
import Casework
import Vault

/// `safekeep stats`: the figures that a province reports. Small numbers are suppressed, unless a lead gives exact
/// ones to somebody who is named (`--official`).
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .stats,
    example: """
      safekeep stats --since 01/2026 --until 06/2026 --as thao
        safekeep stats --year 2026 --yearly --official --recipient "Bộ Y tế" \\
            --citation "Thông tư 02/2025/TT-BLĐTBXH" --to 508.html --as minh
        safekeep stats --year 2026 --by office --by month --official \\
            --recipient "Bộ Y tế" --citation "Thông tư 02/2025/TT-BLĐTBXH" \\
            --to months.csv --as minh
        safekeep stats --year 2026 --rows htcds --official --recipient IOM \\
            --citation "Luật 53/2024/QH15" --to rows.csv --as minh
      """)

  @OptionGroup var period: MonthOptions
  @OptionGroup var breakdown: BreakdownOptions
  @Flag(name: .customLong("yearly"), help: .of({ $0.optionForm508 })) var form508 = false
  @Option(
    help: .of({ $0.optionRows }, "standard"),
    completion: .choices(RowStandard.allCases.map(\.rawValue)))
  var rows: String?
  @OptionGroup var official: OfficialOptions
  @Option(help: .of({ $0.optionFiguresTo }, "file"), completion: .file()) var to: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    if let rows {
      return try RowOrder(
        rows, period, breakdown, official, isForm: form508, to: to
      ).run(desk)
    }
    let order = try FigureOrder(
      period, breakdown, official, isForm: form508, isFile: to != nil)
    let kind = try to.map { path throws(Fault) in try FigureFile(path: path) }
    let file = try to.map { path throws(Fault) in try NewFile(path) }
    let page = try order.page(desk)
    guard let file, let kind else { return try desk.show(FigureReport(page, desk).report) }
    try file.write(kind.bytes(of: page, desk))
    try file.finish()
    let (waiting, unopened) = (page.figures.waiting, page.figures.unopened)
    try desk.show(
      Report(
        fields: FigurePage.notCounted(waiting, unopened: unopened, in: desk.words) + [
          .init("entry", desk.words.label(.entry), .integer(page.figures.entry))
        ],
        notes: [desk.words.figuresWritten(entry: page.figures.entry)] + page.notes(desk.words)))
  }
}
