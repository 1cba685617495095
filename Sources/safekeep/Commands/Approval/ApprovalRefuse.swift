import ArgumentParser
import Casework
import Vault

/// `safekeep approval refuse ENTRY`: what an entry asks for is not done, and asks no more.
struct ApprovalRefuse: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .approvalRefuse, example: "safekeep approval refuse 412 --as lan")

  @OptionGroup var asked: AskedArgument
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let answer = ApprovalAnswer(asked, at: desk)
    try desk.vault().answers = [asked.entry]
    let report = try desk.withCasework { casework, session in
      switch try casework.vault.asked(
        by: asked.entry, answering: .approvalRefuse, as: session)
      {
      case .rules: try answer.refuseRules(casework.vault, session)
      // Who is told the code alone writes nothing in the case, and so refuses nothing there.
      case .inCase, .erasure: try answer.answerCase(.approvalRefuse, casework, session)
      case .emergency: try answer.refuseEmergency(casework, session)
      case .rollback: try answer.refusePutBack(casework.vault, session)
      }
    }
    try desk.show(report)
  }
}
