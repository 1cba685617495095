import ArgumentParser
import Casework
import Vault

/// `safekeep evidence list CASE`: the files of a case, and from the log what was done with them.
struct EvidenceList: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .evidenceList, example: "safekeep evidence list K7M-2QX-9T8 --for CAREMGT --as lan")

  @OptionGroup var argument: CaseArgument
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let words = desk.words
    try desk.showPage(restricted: true) { casework, session, purpose in
      let list = try Fault.doing(.reading) {
        try casework.evidence(of: code, for: purpose, as: session)
      }
      return EvidenceReport(list, casework.book, words).report
    }
  }
}
