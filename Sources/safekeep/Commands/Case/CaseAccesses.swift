import ArgumentParser
import Casework
import Vault

/// `safekeep case accesses CASE`: for the person, who looked at their file, when, and what for.
struct CaseAccesses: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseAccesses, example: "safekeep case accesses K7M-2QX-9T8 --to page.txt --lang vi --as mai")

  @OptionGroup var argument: CaseArgument
  @Option(help: .of({ $0.optionAccessTo }, "file"), completion: .file()) var to: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let file = try to.map { path throws(Fault) in try NewFile(path) }
    var found: [ReportedAccess] = []
    let (account, book, putBack) = try desk.withCasework(fresh: true) { casework, session in
      let account = try casework.accesses(of: code, as: session) { found.append($0) }
      return (account, casework.book, casework.vault.putBackEntries)
    }
    let entry = account.entry
    let page = AccessPage(words: desk.words, book: book)
    let head = page.head(code, putBack: putBack, from: account.cameFrom)
    if let file {
      try write(page, head, found, entry, desk) { line throws(Fault) in try file.write(line: line) }
      try file.finish()
    } else if desk.format == .table {
      try write(page, head, found, entry, desk) { line throws(Fault) in
        try desk.terminal.write(line + "\n")
      }
    }
    try tell(found, code, entry, desk)
  }

  private func write(
    _ page: AccessPage, _ head: [String], _ found: [ReportedAccess], _ entry: Int, _ desk: Desk,
    _ put: (String) throws(Fault) -> Void
  ) throws(Fault) {
    for line in head { try put(line) }
    if found.isEmpty { try put(desk.words.accessNone) }
    for access in found { for line in page.lines(access) { try put(line) } }
    for line in page.foot(by: try desk.handle(), entry: entry) { try put(line) }
  }

  /// A program, or whoever had the page written into a file, gets codes; people get the page.
  private func tell(
    _ found: [ReportedAccess], _ code: CaseCode, _ entry: Int, _ desk: Desk
  ) throws(Fault) {
    let words = desk.words
    let notes = [words.accessesShown(found.count, entry: entry), words.accessHandOver]
    guard desk.format != .table || to != nil else {
      notes.forEach(desk.terminal.say)
      return
    }
    let columns = LogColumn.allCases
    let list = Report.List(
      "accesses", columns: columns.map { .init($0.rawValue, words.label($0.label)) },
      rows: found.map { access in columns.map { $0.cell(of: access.line, words) } },
      ifEmpty: words.accessNone)
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("count", words.label(.quantity), .integer(found.count)),
          .init("entry", words.label(.entry), .integer(entry)),
        ], lists: to == nil || desk.format == .json ? [list] : [], notes: notes))
  }
}
