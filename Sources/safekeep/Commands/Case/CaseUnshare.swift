import ArgumentParser
import Casework
import Vault

/// `safekeep case unshare CASE HANDLE`: whatever was shared of a case with a member ends now.
struct CaseUnshare: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseUnshare, example: "safekeep case unshare K7M-2QX-9T8 minh --as mai")

  @OptionGroup var argument: CaseArgument
  @Argument(help: .of({ $0.argumentHandle }, "handle")) var handle: String
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let (entry, told) = try desk.withCasework(fresh: true) { casework, session in
      let ended = try casework.unshare(code, with: handle, as: session)
      return (ended.entry, EndedTelling(ended, casework, session))
    }
    let words = desk.words
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("handle", words.label(.handle), .text(handle)),
          .init("entry", words.label(.entry), .integer(entry)),
        ], lists: told.failure == nil ? [.couldRead(told.reach, words)] : [],
        notes: [words.shareEnded(code: code.text, handle: handle, entry: entry)]))
    try told.checkTold()
  }
}
