import ArgumentParser
import Glibc
import Vault

/// `safekeep log tail`: entries as they are written, until it is stopped. That somebody follows is one
/// entry, at the beginning.
struct LogTail: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logTail, example: "safekeep log tail --as kim")

  /// Shown before what is new, where nothing else was asked for.
  private static let before = 10

  @OptionGroup var common: Common

  /// Unconditional: -20 is a number here, not an option.
  @Option(parsing: .unconditional, help: .of({ $0.optionLogFrom }, "n")) var from: Int?

  @Flag(help: .of({ $0.optionOnce })) var once = false

  func run() throws {
    let desk = try Desk(common)
    let (from, isOnce) = (from ?? -Self.before, once)
    try desk.withSession { vault, session in
      let entry = try vault.beginFollowing(as: session).entry
      desk.terminal.say(desk.words.lookRecorded(entry: entry))
      var next = from < 0 ? max(0, entry + from) : from
      while true {
        var lines: [LogLine] = []
        next = try vault.follow(from: next, as: session) { lines.append($0) }
        try Self.show(lines, at: desk)
        if isOnce { return }
        sleep(1)
      }
    }
  }

  /// For programs a line an entry, whatever the form: nothing here ends that could close a list.
  private static func show(_ lines: [LogLine], at desk: Desk) throws(Fault) {
    guard !lines.isEmpty else { return }
    guard desk.format == .json else {
      return try desk.show(
        LogShow.report(lines, LogShow.columns(of: lines, at: desk), notes: [], desk.words))
    }
    for line in lines {
      try desk.show(
        Report(
          fields: LogColumn.allCases.map { column in
            .init(
              column.rawValue, desk.words.label(column.label), column.cell(of: line, desk.words))
          }))
    }
  }
}
