import ArgumentParser
import Casework
import Vault

/// `safekeep case show CASE`: what queues need of it, what is missing, what may be asked for.
struct CaseShow: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseShow, example: "safekeep case show K7M-2QX-9T8 --class sensitive --for CAREMGT")

  @OptionGroup var argument: CaseArgument
  @OptionGroup var classes: ClassOption
  @OptionGroup var common: Common

  func run() throws {
    try Desk(common).showPage(of: nil, argument.caseCode(), classes.classes())
  }
}
