import ArgumentParser
import Casework
import Vault

/// `safekeep print letter CASE RECORD`: what the person carries to an office that has no vault.
struct PrintLetter: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .printLetter,
    example: """
      safekeep print letter K7M-2QX-9T8 4f2c8a51d06b9e7734aa02c1b85d6e90 \\
          --to letter.html --as mai
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var record: RecordArgument
  @OptionGroup var page: PageOption
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, record, file) = (try argument.caseCode(), try record.id(), try page.file())
    let purpose = try desk.purpose(asking: true)
    let (paper, html) = try desk.withCasework(fresh: true) { casework, session in
      let paper = try Fault.doing(.sharing) {
        try casework.letter(of: record, of: code, for: purpose, as: session)
      }
      return (paper, try PaperHTML(paper, casework.book, desk).letter)
    }
    do throws(Fault) {
      try page.show(
        html, into: file, code, entry: paper.entry, notes: [desk.words.letterSent], desk)
    } catch {
      // The entry stands before a byte of the page does.
      guard error.status == .storage else { throw error }
      throw error.hinted { $0.letterUnwritten }
    }
  }
}
