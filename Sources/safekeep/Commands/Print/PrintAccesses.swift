import ArgumentParser
import Casework
import Vault

/// `safekeep print accesses CASE`: the page of `case accesses`, to hand over.
struct PrintAccesses: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .printAccesses,
    example: """
      safekeep print accesses K7M-2QX-9T8 --to looked.html --lang vi --as mai
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var page: PageOption
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, file) = (try argument.caseCode(), try page.file())
    var found: [ReportedAccess] = []
    let (book, putBack, origin, entry) = try desk.withCasework(fresh: true) { casework, session in
      let read = try casework.accesses(of: code, as: session) { found.append($0) }
      let entry = try casework.printAccesses(read.entry, of: code, as: session)
      return (casework.book, casework.vault.putBackEntries, read.cameFrom, entry)
    }
    let html = try AccessHTML(
      found, of: code, book, putBack: putBack, from: origin, entry: entry, desk
    ).text
    try page.show(html, into: file, code, entry: entry, notes: [desk.words.accessHandOver], desk)
  }
}
