import ArgumentParser
import Casework
import Vault

/// `safekeep case receive FILE`: takes in a file that another office handed over, and signs that it did.
struct CaseReceive: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseReceive,
    example: "safekeep case receive ho-so.file --card yen-bai.card --to ho-so.ok")

  @Argument(help: .of({ $0.argumentSealedFile }, "file"), completion: .file()) var file: String
  @OptionGroup var card: CardOption
  @Option(help: .of({ $0.optionAcceptanceTo }, "file"), completion: .file()) var to: String
  @Option(help: .of({ $0.optionConfirmFingerprintOfCard }, "text")) var confirm: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let card = try card.read()
    let bytes = try InputFile.read(file, limit: Vault.longestFile)
    try CardOption.compare(card, confirm, at: desk)
    let acceptance = try NewFile(to, reserving: NewFile.ofWord)
    let received = try desk.withCasework { casework, session in
      try casework.receive(
        casework.openTransfer(bytes, from: card, as: session), as: session)
    }
    try acceptance.write(received.acceptance)
    try acceptance.finish()
    try desk.show(TransferReport(desk.words).report(received))
  }
}
