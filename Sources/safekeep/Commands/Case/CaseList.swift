import ArgumentParser
import Casework
import Vault

/// `safekeep case list`: a queue, by code and without names.
struct CaseList: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseList, example: "safekeep case list --stage verification --clock overdue --as lan")

  @OptionGroup var queue: QueueOptions
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let list = try desk.withCasework { casework, session in
      try casework.list(queue.scope(casework.book), as: session)
    }
    try desk.show(report(list, desk.words))
  }

  private func report(_ list: CaseQueue, _ words: any Words) -> Report {
    var notes = [words.casesShown(list.cases.count, entry: list.entry)]
    if list.unopened > 0 { notes.append(words.casesNotOpened(list.unopened)) }
    if !list.emergencies.isEmpty {
      notes.append(words.emergencyInCases(list.emergencies.joined(separator: ", ")))
    }
    if list.cases.isEmpty, queue.owner != nil { notes.append(words.noneOfOwner) }
    return Report(
      lists: [
        Report.List(
          "cases",
          columns: [
            .init("case", words.label(.caseCode)), .init("status", words.label(.status)),
            .init("received_at", words.label(.received)), .init("owner", words.label(.owner)),
          ],
          rows: list.cases.map { row($0, words) }, ifEmpty: words.noCases)
      ], notes: notes, entry: list.entry)
  }

  private func row(_ summary: CaseSummary, _ words: any Words) -> [Cell] {
    let received = summary.receivedAt.flatMap { try? Moment($0) }
    return [
      .text(summary.code), .code(summary.status, label: words.status(summary.status)),
      received.map { .moment(WallTime($0)) } ?? .none,
      summary.ownerHandle.map { .text($0) } ?? .none,
    ]
  }
}
