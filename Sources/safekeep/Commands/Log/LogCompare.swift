import ArgumentParser
import Vault

/// `safekeep log compare`: two copies of a log, held against each other. It needs no vault and nobody's
/// passphrase: whoever has a copy may ask.
struct LogCompare: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logCompare, example: "safekeep log compare march/export april/export --save proof")

  @OptionGroup var common: Common

  @Argument(help: .of({ $0.argumentLogCopy }, "a"), completion: .file()) var first: String

  @Argument(help: .of({ $0.argumentLogCopy }, "b"), completion: .file()) var second: String

  @Option(help: .of({ $0.optionTrustedKey }, "file"), completion: .file()) var key: String?

  @Option(help: .of({ $0.optionSaveProof }, "dir"), completion: .directory) var save: String?

  func run() throws {
    let desk = try Desk(common)
    let keys = try key.map { path throws(Fault) in try InputFile.readPlain(path, limit: 1 << 16) }
    let (paths, folder) = ((first, second), save)
    let found = try Fault.translating { try ComparedLogs.compare(paths, keys: keys) }
    let kept = found.relation == .splitView ? folder.map { Self.save(found, in: $0) } : nil
    try desk.show(Self.report(found, kept, desk.words))
    switch found.relation {
    case .same, .extended: return
    case .unknown:
      throw Fault(.failed, reason: "unknown", hint: { $0.cannotTellHint }) { $0.cannotTell }
    case .splitView: throw Self.fault(of: found.binding)
    }
  }

  /// Without the log's signatures under both anybody could have made either.
  private static func fault(of binding: ComparedLogs.Binding) -> Fault {
    switch binding {
    case .oneKey, .exports: .logBroken(.splitView, entry: nil)
    case .severalKeys:
      Fault(.failed, reason: "several_keys", hint: { $0.severalKeysHint }) { $0.severalKeys }
    case .none:
      Fault(.failed, reason: "unsigned", hint: { $0.unsignedPairHint }) { $0.unsignedPair }
    }
  }

  /// The pair is a proof with the key that signed both; what else lies there shows what the larger log had where the
  /// smaller ends.
  ///
  /// - Returns: why it is not saved. That is told beside what was found, never in its place.
  private static func save(
    _ found: ComparedLogs, in folder: String
  ) -> Result<Void, Fault> {
    let heads = [("a.checkpoint", found.first.note), ("b.checkpoint", found.second.note)]
    let sizes = [found.first.size, found.second.size].sorted()
    let proof = found.proof.map { [("consistency-\(sizes[0])-\(sizes[1])", $0)] } ?? []
    do throws(Fault) {
      try NewFile.makeDirectory(folder)
      let key = found.key.map { [("log.vkey", $0)] } ?? []
      return .success(try NewFile.make((heads + key + proof).map { (folder + "/" + $0.0, $0.1) }))
    } catch { return .failure(error) }
  }

  /// - Parameter kept: of the pair; nil where nothing was to be saved.
  private static func report(
    _ found: ComparedLogs, _ kept: Result<Void, Fault>?, _ words: any Words
  ) -> Report {
    let saved: String? =
      switch kept {
      case .success: words.pairSaved(found.binding)
      case .failure(let fault): words.pairNotSaved(fault.sentence?(words) ?? "")
      case nil: nil
      }
    let isSigned = found.first.isSigned && found.second.isSigned
    return Report(
      fields: [
        .init(
          "relation", words.label(.relation),
          .code(found.relation.rawValue, label: words.relation(found.relation))),
        .init("origin", words.label(.origin), .text(Escaping.line(found.origin))),
        .init("first", words.label(.firstCopy), .integer(found.first.size)),
        .init("second", words.label(.secondCopy), .integer(found.second.size)),
        .init("signed", words.label(.signed), .flag(isSigned)),
      ],
      notes: [words.headsSigned(found.binding), saved].compactMap(\.self))
  }
}
