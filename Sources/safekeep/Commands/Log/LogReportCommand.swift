import ArgumentParser
import Casework
import Vault

/// `safekeep log report`: who looked at what, when, why and by what right; and what of it should be
/// looked into. With `--breach` what the notice of a breach is filled in from.
struct LogReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logReport, example: "safekeep log report --since 01/11/2026 --to report.txt --as kim")

  @OptionGroup var period: PeriodOptions
  @Option(help: .of({ $0.optionReportTo }, "file"), completion: .file()) var to: String?
  @Flag(help: .of({ $0.optionBreach })) var breach = false
  @Option(help: .of({ $0.optionReportMember }, "handle")) var member: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let scope = try scope()
    let file = try to.map { path throws(Fault) in try NewFile(path) }
    let report = try desk.withSession(fresh: true) { vault, session in
      let report = try vault.report(scope, as: session)
      // Only for labels: a rule book that this program does not understand must not hide who looked.
      let book = try? Casework(vault, now: Desk.now).book
      if desk.format == .json {
        try ReportOutput(report, vault, desk).json(session, to: file)
      } else if file != nil || desk.format == .table {
        try ReportOutput(report, vault, desk).text(book, session, to: file)
      }
      return report
    }
    try file?.finish()
    try finish(report, desk)
  }

  private func scope() throws(Fault) -> ReportScope {
    guard breach || member == nil else {
      throw Fault(.usage, reason: "member_needs_breach") { $0.memberNeedsBreach }
    }
    guard !breach || period.since != nil && period.until != nil else {
      throw Fault(.usage, reason: "breach_needs_period") { $0.breachNeedsPeriod }
    }
    return try period.scope(breach ? .breach : .report, member: member)
  }

  private func finish(_ report: ReportedLog, _ desk: Desk) throws(Fault) {
    let words = desk.words
    if to != nil, desk.format != .json {
      try desk.show(
        Report(
          fields: [
            .init("entries", words.label(.size), .integer(report.entries)),
            .init("findings", words.label(.found), .integer(report.findings.count)),
            .init("entry", words.label(.entry), .integer(report.entry)),
          ], notes: [words.reportWritten(entry: report.entry)]))
    } else if desk.format == .plain {
      try desk.show(ReportOutput.lists(report, words))
    } else if desk.format == .table {
      desk.terminal.say(words.lookRecorded(entry: report.entry))
    }
  }
}
