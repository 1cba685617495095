import ArgumentParser
import Vault

/// `safekeep key share`: a trustee's own share of the recovery seed, on the terminal and nowhere else.
struct KeyShare: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .keyShare, example: "safekeep key share --as lien")

  /// Taken only to be refused where it is somebody else: the attempt is written down.
  @Argument(help: .of({ $0.argumentShareOf }, "handle")) var handle: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let handle = handle
    try desk.show(
      try desk.withPassphraseAgain { vault, session in
        try vault.checkShare(of: handle, as: session)
        // Before the entry that says that it was shown: without a terminal it is not.
        let seat = try desk.shareSeat()
        let share = try vault.ownShare(as: session)
        try Self.show(share, on: seat, desk.words)
        return Self.report(share, desk.words)
      })
  }

  /// Read, written down, and gone from the screen; a pipe that standard output is never gets it.
  private static func show(
    _ share: borrowing OwnShare, on seat: borrowing ControllingTerminal, _ words: any Words
  ) throws(Fault) {
    let title = words.shareTitle(share.number, of: Vault.shareCount, epoch: share.epoch)
    try seat.write(title + "\n\n")
    try seat.write(share.words)
    _ = try seat.ask("\n" + words.shareWrittenDown)
    seat.clear()
  }

  private static func report(_ share: borrowing OwnShare, _ words: any Words) -> Report {
    Report(
      fields: [
        .init("share", words.label(.share), .integer(share.number)),
        .init("version", words.label(.keyVersion), .integer(share.epoch)),
        .init("entry", words.label(.entry), .integer(share.entry)),
      ], notes: [words.shareShown(entry: share.entry)])
  }
}
