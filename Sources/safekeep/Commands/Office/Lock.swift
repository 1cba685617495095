import ArgumentParser
import Vault

/// `safekeep lock`: the key is out of the kernel before anything else is tried.
struct Lock: ParsableCommand {
  static let configuration = CommandConfiguration.command(.lock, example: "safekeep lock --as lan")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (vault, handle) = (try desk.vault(), try desk.handle())
    guard let kept = try KeptSession.take(vault, handle, pins: desk.places.pins) else {
      _ = KeptSession.drop(vault, handle)
      return try desk.show(Self.report(handle, entry: nil, desk.words))
    }
    _ = KeptSession.drop(vault, handle)
    let receipt = try Fault.translating {
      let session = try vault.unlock(handle, bundleKey: kept.key, sid: kept.sid)
      return try vault.closeSession(as: session)
    }
    try desk.show(Self.report(handle, entry: receipt.entry, desk.words))
  }

  private static func report(_ handle: String, entry: Int?, _ words: any Words) -> Report {
    Report(
      fields: [
        .init("handle", words.label(.handle), .text(handle)),
        .init("entry", words.label(.entry), entry.map(Cell.integer) ?? .none),
      ], notes: [entry.map(words.lockedNow) ?? words.wasLocked])
  }
}
