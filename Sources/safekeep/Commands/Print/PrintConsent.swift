import ArgumentParser
import Casework
import Vault

/// `safekeep print consent CASE [--record RECORD]`: to be signed; what is recorded stands on it already.
struct PrintConsent: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .printConsent,
    example: """
      safekeep print consent K7M-2QX-9T8 --to consent.html --as mai
      """)

  @OptionGroup var argument: CaseArgument
  @Option(help: .of({ $0.optionRecord }, "record")) var record: String?
  @OptionGroup var page: PageOption
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, file) = (try argument.caseCode(), try page.file())
    let record = try record.map { name throws(Fault) in try RecordArgument.id(name) }
    let (paper, html) = try desk.withCasework(fresh: true) { casework, session in
      let paper = try Fault.doing(.reading) {
        try casework.consentSheet(record, of: code, as: session)
      }
      return (paper, try PaperHTML(paper, casework.book, desk).consent)
    }
    try page.show(html, into: file, code, entry: paper.entry, desk)
  }
}
