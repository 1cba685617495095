import ArgumentParser
import Vault

/// `safekeep log prove`: one entry and the proof that it is in the log, in two files that anybody can
/// check without the vault and without this program.
struct LogProve: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logProve, example: "safekeep log prove 412 --to 412.tlog-proof --as kim")

  private static let suffix = ".tlog-proof"

  @OptionGroup var common: Common

  @Argument(help: .of({ $0.argumentEntry }, "seq")) var entry: Int

  @Option(help: .of({ $0.optionProofTo }, "file"), completion: .file()) var to: String?

  func run() throws {
    let desk = try Desk(common)
    let seq = entry
    let path = to ?? "\(seq)\(Self.suffix)"
    let leafPath =
      (path.hasSuffix(Self.suffix) ? String(path.dropLast(Self.suffix.count)) : path) + ".leaf"
    let (proof, leaf) = (try NewFile(path), try NewFile(leafPath))
    let proven = try desk.withSession(fresh: true) { vault, session in
      try vault.prove(seq, as: session)
    }
    try proof.write(proven.proof)
    try leaf.write(proven.leaf)
    try proof.finish()
    try leaf.finish()
    try desk.show(Self.report(seq, proven, path, leafPath, desk.words))
  }

  private static func report(
    _ seq: Int, _ proven: ProvenEntry, _ path: String, _ leafPath: String, _ words: any Words
  ) -> Report {
    Report(
      fields: [
        .init("proven", words.label(.found), .integer(seq)),
        .init("entries", words.label(.size), .integer(proven.size)),
        .init("proof", words.label(.proofFile), .text(Escaping.line(path))),
        .init("leaf", words.label(.leafFile), .text(Escaping.line(leafPath))),
        .init("entry", words.label(.entry), .integer(proven.entry)),
      ],
      notes: [words.entryProven(seq, size: proven.size), words.lookRecorded(entry: proven.entry)])
  }
}
