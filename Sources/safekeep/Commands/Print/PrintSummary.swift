import ArgumentParser
import Casework
import Vault

/// `safekeep print summary CASE`: for whoever answers for the work.
struct PrintSummary: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .printSummary,
    example: """
      safekeep print summary K7M-2QX-9T8 --to summary.html --as minh
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var page: PageOption
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, file) = (try argument.caseCode(), try page.file())
    let purpose = try desk.purpose(asking: false)
    let (paper, html) = try desk.withCasework(fresh: true) { casework, session in
      let paper = try Fault.doing(.reading) {
        try casework.summary(of: code, for: purpose, as: session)
      }
      return (paper, try PaperHTML(paper, casework.book, desk).summary)
    }
    try page.show(
      html, into: file, code, entry: paper.entry,
      notes: paper.data.hidden.notes(of: code, in: desk.words), desk)
  }
}
