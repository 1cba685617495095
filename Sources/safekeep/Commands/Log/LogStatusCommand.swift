import ArgumentParser
import Vault

/// `safekeep log status`: how long the log is, what holds it, and what it cannot show.
struct LogStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logStatus, example: "safekeep log status --as kim")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let status = try desk.withSession { vault, session in try vault.logStatus(as: session) }
    try desk.show(Self.report(status, desk.words))
  }

  private static func report(_ status: LogStatus, _ words: any Words) -> Report {
    let newest = WallTime(milliseconds: status.newest)
    return Report(
      fields: [
        .init("mode", words.label(.mode), .code("embedded", label: words.modeEmbedded)),
        .init("entries", words.label(.size), .integer(status.size)),
        .init("newest", words.label(.head), .moment(newest)),
        .init("unanchored", words.label(.unanchored), .integer(status.unanchored)),
        .init("checkpoint", words.label(.checkpoint), .lines(status.checkpoint)),
        .init("entry", words.label(.entry), .integer(status.entry)),
      ],
      notes: [
        status.unanchored == status.size
          ? words.neverAnchored
          : words.unanchoredTail(entries: status.unanchored, since: newest.forPeople),
        words.limits, words.timesAreClaims, words.lookRecorded(entry: status.entry),
      ])
  }
}
