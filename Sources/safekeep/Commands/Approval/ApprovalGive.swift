import ArgumentParser
import Casework
import Vault

/// `safekeep approval give ENTRY`: the second person makes what an entry asks for take effect, after they
/// were shown what it is.
struct ApprovalGive: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .approvalGive, example: "safekeep approval give 412 --as lan")

  @OptionGroup var asked: AskedArgument
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let answer = ApprovalAnswer(asked, at: desk)
    let report = try desk.withCasework(fresh: true) { casework, session in
      switch try casework.vault.asked(by: asked.entry) {
      case .rules: try answer.giveRules(casework, session)
      case .inCase: try answer.answerCase(.approvalGive, casework, session)
      case .emergency: try answer.giveEmergency(casework, session)
      case .none: throw VaultError.nothingAsked
      }
    }
    try desk.show(report)
  }
}
