import ArgumentParser
import Vault

/// `safekeep unlock`: the passphrase once, for the commands of the next ten minutes.
struct Unlock: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .unlock, example: "safekeep unlock --as lan")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (vault, handle) = (try desk.vault(), try desk.handle())
    guard !KeptSession.isShared(vault, handle, pins: desk.places.pins) else {
      throw Fault.accountShared
    }
    guard KeptSession.isPossible(vault, handle) else { throw Fault.noKeyring }
    let (entry, seconds) = try Self.open(vault, handle, at: desk)
    // What a holder owes at the first command: with what was just kept, nothing is asked again.
    try desk.withSession { _, _ in }
    let until = WallTime(milliseconds: Desk.now() + seconds * 1000)
    try desk.show(Self.report(handle, until, entry, desk.words))
  }

  private static func open(
    _ vault: Vault, _ handle: String, at desk: Desk
  ) throws(Fault) -> (entry: Int, seconds: Int) {
    try desk.withPassphrase(vault, handle) { passphrase in
      var kept: Result<Int?, Fault> = .success(nil)
      let receipt = try vault.openSession(handle, passphrase: passphrase) { key, sid in
        do throws(Fault) {
          kept = .success(try KeptSession.keep(key, sid: sid, vault, handle))
        } catch { kept = .failure(error) }
      }
      guard let seconds = try kept.get() else { throw Fault.noKeyring }
      return (receipt.entry, seconds)
    }
  }

  private static func report(
    _ handle: String, _ until: WallTime, _ entry: Int, _ words: any Words
  ) -> Report {
    Report(
      fields: [
        .init("handle", words.label(.handle), .text(handle)),
        .init("until", words.label(.until), .moment(until)),
        .init("entry", words.label(.entry), .integer(entry)),
      ], notes: [words.unlocked(handle: handle, until: until.forPeople, entry: entry)])
  }
}

extension Fault {
  /// The keyring belongs to the account, not to the member: with two of them one would work as the
  /// other.
  static let accountShared = Fault(.passphrase) { $0.twoMembersOneAccount }

  static let noKeyring = Fault(.passphrase) { $0.noKeyring }
}
