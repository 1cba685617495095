import ArgumentParser
import Casework

/// `safekeep case reopen CASE`: a lead gives the reason.
struct CaseReopen: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseReopen, example: "safekeep case reopen K7M-2QX-9T8 --as lan")

  @OptionGroup var closing: ClosingOptions

  func run() throws {
    try closing.run(Casework.reopeningFields, to: "reopened", "case reopen CASE")
  }
}
