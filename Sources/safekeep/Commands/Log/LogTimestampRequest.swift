import ArgumentParser
import Vault

/// `safekeep log timestamp request`: a question about the present head, for any authority.
struct LogTimestampRequest: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logTimestampRequest,
    example: "safekeep log timestamp request --to head.tsq --note head.note --as kim")

  @Option(help: .of({ $0.optionQueryTo }, "file.tsq"), completion: .file()) var to: String

  @Option(help: .of({ $0.optionNoteTo }, "file"), completion: .file()) var note: String?

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    guard note != to else { throw Fault.newFileExists }
    let file = try NewFile(to)
    let noteFile = try note.map { path throws(Fault) in try NewFile(path) }
    let head = try desk.withSession(fresh: true) { vault, session in
      try vault.timestampRequest(as: session)
    }
    try noteFile?.write(head.note)
    try noteFile?.finish()
    let words = desk.words
    try desk.hand(
      head.bytes, to: file,
      Report(
        fields: [
          .init("entries", words.label(.size), .integer(head.size)),
          .init("entry", words.label(.entry), .integer(head.entry)),
        ], notes: [words.queryMade(entry: head.entry), words.queryHint]))
  }
}
