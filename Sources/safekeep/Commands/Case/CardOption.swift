import ArgumentParser
import Vault

/// The card of another office's vault, as a file that was brought from there.
struct CardOption: ParsableArguments {
  @Option(help: .of({ $0.optionCard }, "file"), completion: .file()) var card: String

  func read() throws(Fault) -> VaultCard { try Self.read(card) }

  static func read(_ path: String) throws(Fault) -> VaultCard {
    let bytes = try InputFile.read(path, limit: VaultCard.maximumLength)
    do { return try VaultCard(parsing: bytes) } catch { throw error.fault }
  }

  /// Two people compare by voice what stands on both their papers.
  static func compare(_ card: VaultCard, _ given: String?, at desk: Desk) throws(Fault) {
    let question = desk.words.typeCardFingerprint(
      office: card.office ?? card.origin, fingerprint: card.fingerprint)
    try desk.confirm(given, accepted: [card.fingerprint], question)
  }
}
