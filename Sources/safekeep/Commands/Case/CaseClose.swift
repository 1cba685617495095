import ArgumentParser
import Casework

/// `safekeep case close CASE`: the owner gives the reason and asks; a lead who is not the owner agrees.
struct CaseClose: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseClose, example: "safekeep case close K7M-2QX-9T8 --as hoa")

  @OptionGroup var closing: ClosingOptions

  func run() throws {
    try closing.run(Casework.closingFields, to: "closed", "case close CASE")
  }
}
