import ArgumentParser
import Casework
import Vault

/// `safekeep request list`: the open requests, soonest first, with the article behind each.
struct RequestList: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .requestList, example: "safekeep request list --as mai")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let list = try desk.withCasework { casework, session in
      try casework.requests(as: session)
    }
    try desk.show(report(list, desk.words))
  }

  private func report(_ list: DueList, _ words: any Words) -> Report {
    var notes = [words.dueShown(list.lines.count, entry: list.entry)]
    if list.unopened > 0 { notes.append(words.casesNotOpened(list.unopened)) }
    return Report(
      lists: [
        Report.List(
          "requests",
          columns: [
            .init("case", words.label(.caseCode)), .init("standing", words.label(.standing)),
            .init("until", words.label(.until)), .init("clock", words.label(.due)),
            .init("citation", words.ruleLabel), .init("record", words.recordName),
          ],
          rows: list.lines.map { row($0, words) }, ifEmpty: words.noRequests)
      ], notes: notes, entry: list.entry)
  }

  private func row(_ line: DueLine, _ words: any Words) -> [Cell] {
    [
      .text(line.caseCode), .code(line.standing.code, label: words.standing(line.standing)),
      line.item.end.map { .limit(WallTime($0)) } ?? .none,
      .code(line.item.clock, label: line.rule.map { words.name($0.label) } ?? line.item.clock),
      line.rule.map { .code($0.citation.text, label: words.cited($0.citation)) } ?? .none,
      line.item.record.map { .text(RecordName.text($0.bytes)) } ?? .none,
    ]
  }
}
