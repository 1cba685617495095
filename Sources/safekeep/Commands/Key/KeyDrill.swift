import ArgumentParser
import Vault

/// `safekeep key drill`: two trustees see that their shares still fit, of the recovery seed or of the root
/// seed; nothing is opened.
struct KeyDrill: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .keyDrill, example: "safekeep key drill --as lien")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let drilled = try desk.withSession(fresh: true) { vault, session in
      try vault.checkShares(for: .drill, as: session)
      return try vault.drill(
        try desk.typedShares(for: .drill, vault, session), as: session)
    }
    try desk.show(Self.report(drilled, desk.words))
  }

  private static func report(_ drilled: Drilled, _ words: any Words) -> Report {
    let (kind, epoch): (String, Int?) =
      switch drilled.seed {
      case .root: ("root", nil)
      case .recovery(let epoch): ("recovery", epoch)
      }
    return Report(
      fields: [
        .init("kind", words.label(.kind), .code(kind, label: words.seedKind(kind))),
        .init("version", words.label(.keyVersion), epoch.map(Cell.integer) ?? .none),
        .init("entry", words.label(.entry), .integer(drilled.entry)),
      ], notes: [words.drilled(entry: drilled.entry)])
  }
}
