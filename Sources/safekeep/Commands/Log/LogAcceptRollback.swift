import ArgumentParser
import Vault

/// `safekeep log accept-rollback`: to go on with a vault that was put back. An administrator asks, an
/// auditor gives it; until then whoever remembers more is refused.
struct LogAcceptRollback: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logAcceptRollback, example: "safekeep log accept-rollback --as lan")

  @OptionGroup var common: Common

  @Option(help: .of({ $0.optionConfirmRollback }, "word")) var confirm: String?

  func run() throws {
    let desk = try Desk(common)
    // Whoever remembers more than there is must be let in for this, and for nothing else.
    try desk.vault().acceptsRollback = true
    let given = confirm
    let report = try desk.withSession(fresh: true) { vault, session in
      if let asked = vault.waitingAcceptance, !vault.asksForAcceptance(session) {
        return try Self.give(asked, given, desk, vault, session)
      }
      return try Self.ask(given, desk, vault, session)
    }
    try desk.show(report)
  }

  private static func ask(
    _ given: String?, _ desk: Desk, _ vault: Vault, _ session: borrowing Session
  ) throws -> Report {
    let words = desk.words
    // The name of the log is `safekeep/` and the vault's id.
    let whole = String(vault.origin.drop { $0 != "/" }.dropFirst())
    let id = String(whole.prefix(8))
    let (size, remembered) = (vault.size, vault.putBack?.remembered)
    try desk.confirm(
      given, accepted: [id, whole],
      words.typeVault(id: id, size: size, remembered: remembered))
    let receipt = try vault.askAcceptance(as: session)
    return Report(
      fields: [
        .init("entries", words.label(.size), .integer(size)),
        .init("remembered", words.label(.pin), remembered.map(Cell.integer) ?? .none),
        .init("entry", words.label(.entry), .integer(receipt.entry)),
      ], notes: [words.acceptanceAsked(entry: receipt.entry)])
  }

  private static func give(
    _ asked: Int, _ given: String?, _ desk: Desk, _ vault: Vault, _ session: borrowing Session
  ) throws -> Report {
    let words = desk.words
    let (size, remembered) = (vault.size, vault.putBack?.remembered)
    let gaps = try Fault.translating { try vault.casesLeft(by: asked) }
    try desk.confirm(
      given, accepted: [String(asked)],
      words.acceptanceQuestion(entry: asked, size: size, remembered: remembered, gaps: gaps))
    let receipt = try vault.giveAcceptance(of: asked, as: session)
    return Report(
      fields: [
        .init("entries", words.label(.size), .integer(size)),
        .init("remembered", words.label(.pin), remembered.map(Cell.integer) ?? .none),
        .init("accepted", words.label(.answers), .integer(asked)),
        .init("entry", words.label(.entry), .integer(receipt.entry)),
      ] + (gaps > 0 ? [.init("gaps", words.gapsLabel, .integer(gaps))] : []),
      notes: [words.acceptanceGiven(entry: receipt.entry)]
        + (gaps > 0 ? [words.casesWithoutKeys(gaps)] : []))
  }
}

extension Words {
  /// What is asked of who gives an acceptance, with the cases that it leaves behind.
  func acceptanceQuestion(entry: Int, size: Int, remembered: Int?, gaps: Int) -> String {
    (gaps > 0 ? casesWithoutKeys(gaps) + "\n" : "")
      + typeAcceptance(entry: entry, size: size, remembered: remembered)
  }
}
