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
    // The page all the same: what holds the log is told, and that what an entry states of it is gone.
    if let first = status.findings.first { throw LogVerify.fault(of: first) }
  }

  private static func report(_ status: LogStatus, _ words: any Words) -> Report {
    var report = Report(
      fields: [
        .init("entries", words.label(.size), .integer(status.size)),
        .init("newest", words.label(.head), .moment(WallTime(milliseconds: status.newest))),
        .init(
          "stamped", words.label(.stamped), status.stamped.map { .integer($0.size) } ?? .none),
        .init("stamps", words.label(.stamps), .integer(status.stamps)),
        .init(
          "interval", words.label(.interval), status.interval.map { .integer($0 / 60_000) } ?? .none
        ),
        .init("log_key", words.label(.logKey), .text(status.logKey)),
        .init("checkpoint", words.label(.checkpoint), .lines(status.checkpoint)),
        .init("entry", words.label(.entry), .integer(status.entry)),
      ] + Report.Field.bounds(status.tail, words),
      lists: (status.findings.isEmpty ? [] : [.findings(status.findings, words)])
        + (status.cosigned.isEmpty ? [] : [.cosigned(status.cosigned, words)])
        + Report.List.contradicted(status.contradicted, words),
      notes: notes(status, words))
    report.limits = LogLimit.codes
    return report
  }

  private static func notes(_ status: LogStatus, _ words: any Words) -> [String] {
    let stamped = status.stamped.map {
      words.stampedUpTo(
        entry: $0.size - 1, time: WallTime(milliseconds: $0.time).forPeople, after: $0.entry)
    }
    return (stamped.map { [$0] } ?? []) + words.contradictions(status.contradicted)
      + words.bounds(status.tail)
      + [words.lookRecorded(entry: status.entry)]
  }
}

extension Report.List {
  /// The newest head of each witness.
  fileprivate static func cosigned(_ heads: [CosignedHead], _ words: any Words) -> Report.List {
    Report.List(
      "cosigned", title: words.label(.cosigned),
      columns: [
        .init("witness", words.label(.witness)), .init("entries", words.label(.size)),
        .init("time", words.label(.time)), .init("entry", words.label(.entry)),
      ],
      rows: heads.map { head in
        [
          .text(head.witness), .integer(head.size), .moment(WallTime(milliseconds: head.time)),
          .integer(head.entry),
        ]
      }, ifEmpty: "")
  }
}
