import ArgumentParser
import Casework
import Vault

/// `safekeep print receipt CASE RECORD`: for who asked something of their own data.
struct PrintReceipt: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .printReceipt,
    example: """
      safekeep print receipt K7M-2QX-9T8 4f2c8a51d06b9e7734aa02c1b85d6e90 \\
          --to receipt.html --as mai
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var record: RecordArgument
  @OptionGroup var page: PageOption
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, record, file) = (try argument.caseCode(), try record.id(), try page.file())
    let (paper, html) = try desk.withCasework(fresh: true) { casework, session in
      let paper = try Fault.doing(.reading) {
        try casework.receipt(of: record, of: code, as: session)
      }
      return (paper, try PaperHTML(paper, casework.book, desk).receipt)
    }
    try page.show(html, into: file, code, entry: paper.entry, desk)
  }
}
