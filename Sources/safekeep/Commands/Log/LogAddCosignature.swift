import ArgumentParser
import Vault

/// `safekeep log add-cosignature`: what a witness gave back, checked, kept, and stated by an entry.
struct LogAddCosignature: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logAddCosignature,
    example: """
      safekeep log add-cosignature answer --as kim --witness \\
        auditor.example/w1+c7344387+BM70XapFOLgdtG9O1vySgOOVJKj5BmPnyJ734x5plxK3
      """)

  @Argument(help: .of({ $0.argumentCosigned }), completion: .file()) var file: String

  @Option(help: .of({ $0.optionWitness }, "vkey")) var witness: String?

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let bytes = try InputFile.readPlain(file, limit: LogCosign.limit)
    let head = try desk.withSession { vault, session in
      try vault.addCosignature(bytes, witness: witness, as: session)
    }
    let words = desk.words
    let time = WallTime(milliseconds: head.time)
    try desk.show(
      Report(
        fields: [
          .init("witness", words.label(.witness), .text(head.witness)),
          .init("entries", words.label(.size), .integer(head.size)),
          .init("time", words.label(.time), .moment(time)),
          .init("entry", words.label(.entry), .integer(head.entry)),
        ], notes: [words.cosignatureKept(head.witness, upTo: head.size - 1, entry: head.entry)]))
  }
}
