import ArgumentParser
import Casework
import Vault

/// `safekeep case erase CASE --reason CODE`: asks another lead to have a file erased. What was asked is done
/// when they give it: `approval give`.
struct CaseErase: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseErase, example: "safekeep case erase K7M-2QX-9T8 --reason retention_ended --as lan")

  @OptionGroup var argument: CaseArgument
  @Option(help: .of({ $0.optionErasureReason }, "code")) var reason: String
  @Option(help: .of({ $0.optionConfirm }, "case")) var confirm: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let words = desk.words
    // A severe act wants the code of the case typed.
    try desk.confirm(
      confirm, accepted: [code.text, code.symbols], words.typeCaseToErase(code.text))
    let asked = try desk.withCasework(fresh: true) { casework, session in
      guard let known = casework.book.codeLists["erasure_reason"]?[reason] else {
        throw Fault(.usage, reason: "unknown_code") { $0.reason(.unknownCode) }
      }
      return try casework.askErasure(of: code, because: known, as: session)
    }
    try desk.show(ErasureReport(words).report(asked, code))
  }
}
