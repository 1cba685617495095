import ArgumentParser
import Casework
import Vault

/// `safekeep log export`: the log as a directory of files in public formats, for somebody who trusts
/// neither the vault nor this program. No data of any case is in it.
struct LogExport: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logExport, example: "safekeep log export /media/stick/export --as kim")

  @OptionGroup var common: Common

  @Argument(help: .of({ $0.argumentExportFolder }, "dir"), completion: .directory) var folder:
    String

  @Option(help: .of({ $0.optionExportFrom }, "n")) var from: Int?

  @Flag(help: .of({ $0.optionWithHandles })) var withHandles = false

  func run() throws {
    let desk = try Desk(common)
    let (folder, from, withHandles) = (folder, from ?? 0, withHandles)
    guard from >= 0 else { throw Fault.badFrom }
    let terminal = desk.terminal
    let exported = try desk.withSession(fresh: true) { vault, session in
      let meter = ProgressMeter(Progress(desk.words.exportingLog, of: vault.size, on: terminal))
      // Only for labels: a rule book that this program does not understand must not stop an export.
      let book = try? Casework(vault, now: Desk.now).book
      let text = ReportText(words: desk.words, book: book)
      return try vault.exportLog(
        to: folder, from: from, withHandles: withHandles,
        report: { found, session throws(VaultError) in
          try text.file(of: found, in: vault, as: session)
        }, as: session
      ) { meter.reached($0) }
    }
    try desk.show(Self.report(exported, from, origin: desk.vault().origin, desk.words))
  }

  private static func report(
    _ exported: ExportedLog, _ from: Int, origin: String, _ words: any Words
  ) -> Report {
    Report(
      fields: [
        .init("entries", words.label(.size), .integer(exported.size)),
        .init("first", words.label(.since), .integer(exported.first)),
        .init("origin", words.label(.origin), .text(origin)),
        .init("files", words.label(.quantity), .integer(exported.written + exported.kept)),
        .init("cosigned", words.label(.cosigned), .integer(exported.cosigned)),
        .init("stamps", words.label(.stamps), .integer(exported.stamped)),
        .init("entry", words.label(.entry), .integer(exported.entry)),
      ],
      notes: [
        words.exported(entries: exported.size - exported.first, entry: exported.entry)
      ] + (exported.first < from ? [words.exportBegins(at: exported.first, asked: from)] : [])
        + [
          // Who has only a part must be told by somebody else who could sign where it begins.
          exported.first > 0
            ? words.exportNeedsPin(from: exported.first) : words.nextVerify(origin: origin),
          words.limits,
        ] + (exported.leftOut > 0 ? [words.exportLeftOut(exported.leftOut)] : []))
  }
}

extension Fault {
  fileprivate static let badFrom = Fault(.usage, reason: "from") { $0.badFrom }
}
