import ArgumentParser
import Casework

/// `safekeep intake template`: the header of a register, to be filled in a spreadsheet.
struct IntakeTemplate: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .intakeTemplate, example: "safekeep intake template > register.csv")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    // RFC 4180 ends lines so; spreadsheets and our reader take both.
    let columns = RegisterColumn.allCases.map(\.name)
    try desk.terminal.write(columns.joined(separator: ",") + "\r\n")
  }
}
