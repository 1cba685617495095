import ArgumentParser
import Vault

/// `safekeep vault card`: the public text of this vault, for offices that refer or transfer to it.
struct VaultCardCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .vaultCard, example: "safekeep vault card --office \"Sở Y tế Lào Cai\" --to lao-cai.card")

  @Option(help: .of({ $0.optionOfficeName }, "name")) var office: String?

  @Option(help: .of({ $0.optionTo }, "file"), completion: .file()) var to: String?

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let file = try to.map { path throws(Fault) in try NewFile(path) }
    let name = office
    let given = try desk.withSession(fresh: true) { vault, session in
      try vault.card(office: name, as: session)
    }
    let words = desk.words
    try desk.hand(
      Array(given.card.text.utf8), to: file,
      Report(
        fields: [
          .init("vault", words.label(.vault), .text(given.card.origin)),
          .init("fingerprint", words.label(.fingerprint), .text(given.card.fingerprint)),
          .init("entry", words.label(.entry), .integer(given.entry)),
        ],
        notes: [words.cardGiven(entry: given.entry), words.readCard(given.card.fingerprint)]))
  }
}
