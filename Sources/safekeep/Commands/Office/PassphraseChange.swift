import ArgumentParser
import Vault

/// `safekeep passphrase change`: the old one is asked for even where the member is unlocked, so that
/// whoever finds the terminal open cannot take the account over.
struct PassphraseChange: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .passphraseChange, example: "safekeep passphrase change --as lan")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (vault, handle) = (try desk.vault(), try desk.handle())
    let session = try desk.withPassphrase(vault, handle) {
      try vault.unlock(handle, passphrase: $0)
    }
    let new = try desk.newSecret()
    let receipt = try Fault.translating { try vault.changePassphrase(to: new, as: session) }
    // What the old one unlocked does not outlive it.
    let closed = try Lock.end(vault, handle, at: desk)
    try desk.show(Self.report(handle, receipt.entry, closed: closed, desk.words))
  }

  private static func report(
    _ handle: String, _ entry: Int, closed: Int?, _ words: any Words
  ) -> Report {
    Report(
      fields: [
        .init("handle", words.label(.handle), .text(handle)),
        .init("entry", words.label(.entry), .integer(entry)),
      ],
      notes: [words.passphraseChanged(entry: entry), words.passphraseKeepsKeys]
        + (closed.map { [words.lockedNow(entry: $0)] } ?? []))
  }
}
