import ArgumentParser
import Vault

/// `safekeep log show`: entries in their order. The look is itself an entry, written first.
struct LogShow: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logShow, example: "safekeep log show --from -20 --as kim")

  @OptionGroup var common: Common

  /// Unconditional: -20 is a number here, not an option.
  @Option(parsing: .unconditional, help: .of({ $0.optionLogFrom }, "n")) var from: Int?

  @Option(help: .of({ $0.optionLogLimit }, "n")) var limit: Int?

  func run() throws {
    let desk = try Desk(common)
    let limit = limit ?? 50
    guard limit > 0 else { throw Fault.badLimit }
    // Without a beginning: the newest.
    let from = from ?? -limit
    var lines: [LogLine] = []
    let receipt = try desk.withSession { vault, session in
      try vault.log(from: from, limit: limit, as: session) { lines.append($0) }
    }
    let words = desk.words
    let notes =
      [words.entriesShown(lines.count, entry: receipt.entry)]
      + (lines.contains { $0.tried != nil } ? [words.failuresAreNotedLater] : [])
    try desk.show(
      Self.report(lines, Self.columns(of: lines, at: desk), notes: notes, words))
  }

  static func columns(of lines: [LogLine], at desk: Desk) -> [LogColumn] {
    let failures = lines.contains { $0.tried != nil }
    return desk.format == .table
      ? LogColumn.forPeople(failures: failures, width: desk.terminal.width) : LogColumn.allCases
  }

  static func report(
    _ lines: [LogLine], _ columns: [LogColumn], notes: [String], _ words: any Words
  ) -> Report {
    Report(
      lists: [
        .init(
          "entries", columns: columns.map { .init($0.rawValue, words.label($0.label)) },
          rows: lines.map { line in columns.map { $0.cell(of: line, words) } },
          ifEmpty: words.noEntriesMatch)
      ],
      notes: notes)
  }
}

extension Fault {
  static let badLimit = Fault(.usage, reason: "bad_limit") { $0.badLimit }
}
