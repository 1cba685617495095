import ArgumentParser
import Casework

/// `--to FILE.html`, and what is said when the page stands in it.
struct PageOption: ParsableArguments {
  @Option(help: .of({ $0.optionPrintTo }, "file.html"), completion: .file()) var to: String

  /// - Throws: 64 for another kind of file, 73 where it cannot be made; nothing was looked at by then.
  func file() throws(Fault) -> NewFile {
    guard to.lowercased().hasSuffix(".html") else {
      throw Fault(.usage, reason: "file_kind") { $0.notHTML }
    }
    return try NewFile(to)
  }

  /// - Parameter code: nil for a page of no case.
  func show(
    _ page: String, into file: NewFile, _ code: CaseCode?, entry: Int, notes: [String] = [],
    _ desk: Desk
  ) throws(Fault) {
    try file.write(Array(page.utf8))
    try file.finish()
    let words = desk.words
    try desk.show(
      Report(
        fields: (code.map { [.init("case", words.label(.caseCode), .text($0.text))] } ?? []) + [
          .init("entry", words.label(.entry), .integer(entry))
        ],
        notes: [words.pagePrinted(entry: entry)] + notes + (code == nil ? [] : [words.deletePage])))
  }
}
