import ArgumentParser
import Vault

/// `safekeep lock`: the key is out of the kernel before anything else is tried.
struct Lock: ParsableCommand {
  static let configuration = CommandConfiguration.command(.lock, example: "safekeep lock --as lan")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (vault, handle) = (try desk.vault(), try desk.handle())
    try desk.show(
      Self.report(handle, entry: try Self.end(vault, handle, at: desk), desk.words))
  }

  /// Takes the key out of the kernel and logs the end of what it kept open.
  ///
  /// - Returns: the entry; nil where nothing was kept.
  static func end(_ vault: Vault, _ handle: String, at desk: Desk) throws(Fault) -> Int? {
    let found = try KeptSession.take(vault, handle, pins: desk.places.pins)
    _ = KeptSession.drop(vault, handle)
    guard let kept = found else { return nil }
    return try Fault.translating {
      let session = try vault.unlock(handle, bundleKey: kept.key, sid: kept.sid)
      return try vault.closeSession(as: session).entry
    }
  }

  private static func report(_ handle: String, entry: Int?, _ words: any Words) -> Report {
    Report(
      fields: [
        .init("handle", words.label(.handle), .text(handle)),
        .init("entry", words.label(.entry), entry.map(Cell.integer) ?? .none),
      ], notes: [entry.map(words.lockedNow) ?? words.wasLocked])
  }
}
