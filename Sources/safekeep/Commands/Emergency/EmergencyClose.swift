import ArgumentParser
import Casework
import Vault

/// `safekeep emergency close ENTRY`: before its hour, by who asked, another duty officer or a lead.
struct EmergencyClose: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .emergencyClose, example: "safekeep emergency close 412 --as duc")

  @Argument(help: .of({ $0.argumentEmergency }, "entry")) var entry: Int
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (emergency, closed) = try desk.withSession { vault, session in
      try vault.closeEmergency(entry, as: session)
    }
    let words = desk.words
    try desk.show(
      Report(
        fields: [
          .init("emergency", words.label(.answers), .integer(entry)),
          .init("entry", words.label(.entry), .integer(closed)),
        ],
        notes: emergency.closing(closed, in: words)))
  }
}
