import ArgumentParser
import Sealing
import Vault

/// `safekeep log cosign`: run by a witness, who has no vault. Signs the head in a request if it continues the
/// head signed before; what is signed is remembered, on disk, before it is signed.
struct LogCosign: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logCosign,
    example: "safekeep log cosign request --as-witness auditor.example/w1 --to answer")

  @Argument(help: .of({ $0.argumentRequest }), completion: .file()) var request: String

  @Option(help: .of({ $0.optionAsWitness }, "name")) var asWitness: String

  @Option(help: .of({ $0.optionLogKey }, "vkey")) var logKey: [String] = []

  @Option(help: .of({ $0.optionTo }, "file"), completion: .file()) var to: String?

  @Option(help: .of({ $0.optionKDF }, "low")) var kdf: String?

  @OptionGroup var common: Common

  /// A request has a few kilobytes; a note has at most this.
  static let limit = 1 << 20

  func run() throws {
    let desk = try Desk(common)
    guard kdf == nil || kdf == "low" else { throw Fault.unknownCost }
    let bytes = try InputFile.readPlain(request, limit: Self.limit)
    let witness = try Fault.translating {
      try Witness(named: asWitness, in: desk.places.data)
    }
    // Refused before a passphrase is asked for.
    try Fault.translating { try witness.check(bytes, logKeys: logKey) }
    let file = try to.map { path throws(Fault) in try NewFile(path) }
    try Places.ensure(desk.places.data + "/witness", "data")
    let isNew = try Fault.translating { try witness.isNew() }
    let passphrase =
      isNew ? try desk.newSecret() : try desk.secret(desk.words.passphrase(handle: asWitness))
    let signed = try Fault.translating {
      try witness.cosign(
        bytes, logKeys: logKey, passphrase: passphrase, low: kdf == "low", now: Desk.now())
    }
    try desk.hand(signed.note, to: file, Self.report(signed, asWitness, desk.words))
  }

  private static func report(
    _ signed: Cosigned, _ name: String, _ words: any Words
  ) -> Report {
    Report(
      fields: [
        .init("witness", words.label(.witness), .text(name)),
        .init("entries", words.label(.size), .integer(signed.size)),
        .init("previous", words.label(.previous), .integer(signed.previous)),
        .init("vkey", words.label(.witnessKey), .text(signed.vkey)),
        .init("log_key", words.label(.logKey), .text(signed.logKey)),
      ],
      notes: (signed.isNewKey ? [words.witnessKeyMade] : [])
        + [
          words.cosigned(size: signed.size, previous: signed.previous),
          words.witnessKeyIs(signed.vkey),
        ] + (signed.hasOtherLogKey ? [words.otherLogKey] : []))
  }
}
