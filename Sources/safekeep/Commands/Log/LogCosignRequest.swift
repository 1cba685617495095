import ArgumentParser
import Vault

/// `safekeep log cosign-request`: the present head and the proof that it continues the one that a witness
/// signed last, in the form that any witness of c2sp.org/tlog-witness takes.
struct LogCosignRequest: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logCosignRequest, example: "safekeep log cosign-request --to /media/stick/request --as kim")

  @Option(help: .of({ $0.optionOld }, "n")) var old: Int?

  @Option(help: .of({ $0.optionAskedHead }, "n")) var head: Int?

  @Option(help: .of({ $0.optionTo }, "file"), completion: .file()) var to: String?

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let file = try to.map { path throws(Fault) in try NewFile(path) }
    let request = try desk.withSession(fresh: true) { vault, session in
      try vault.cosignRequest(old: old, head: head, as: session)
    }
    let words = desk.words
    try desk.hand(
      request.bytes, to: file,
      Report(
        fields: [
          .init("entries", words.label(.size), .integer(request.size)),
          .init("old", words.label(.previous), .integer(request.old)),
          .init("log_key", words.label(.logKey), .text(request.logKeys.last ?? "")),
          .init("entry", words.label(.entry), .integer(request.entry)),
        ],
        notes: [words.requestMade(entry: request.entry), words.requestHint]
          + (request.logKeys.count > 1 ? [words.requestChangesKey(request.logKeys.last ?? "")] : [])
      ))
  }
}
