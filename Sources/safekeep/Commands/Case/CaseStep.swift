import ArgumentParser
import Casework

/// `safekeep case step CASE STATUS`: moves the legal status, or asks the second person whom the law's step
/// needs.
struct CaseStep: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseStep, example: "safekeep case step K7M-2QX-9T8 in_process --dry-run --as lan")

  @OptionGroup var argument: CaseArgument
  @Argument(help: .of({ $0.argumentStatus }, "status"), completion: .codes(of: "status"))
  var status: String
  @Flag(help: .of({ $0.optionDryRun })) var dryRun = false
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let report = try desk.withCasework { casework, session in
      let status = try Self.known(status, casework.book)
      if dryRun {
        let check = try casework.checkStep(code, to: status, as: session)
        return StepReport(code, desk.words).report(check)
      }
      let outcome = try casework.step(code, to: status, as: session)
      return StepReport(code, desk.words).report(outcome)
    }
    try desk.show(report)
  }

  /// A word that is no status at all is a slip of the hand, and no step of any file.
  private static func known(_ status: String, _ book: RuleBook) throws(Fault) -> String {
    guard let found = book.codeLists["status"]?[status] else {
      throw Fault(.usage, reason: "unknown_status") { $0.reason(.unknownCode) }
    }
    return found.code
  }
}
