import ArgumentParser
import Casework
import Vault

/// `safekeep health list`: who waits for the health check on reception, by code and without names.
struct HealthList: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .healthList, example: "safekeep health list --as hanh")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let words = desk.words
    let (queue, due) = try desk.withCasework { casework, session in
      let label = casework.book["case.health_check_due"]?.label
      return (try casework.healthQueue(as: session), label.map(words.name) ?? words.label(.due))
    }
    try desk.show(report(queue, due: due, words))
  }

  private func report(_ queue: HealthQueue, due: String, _ words: any Words) -> Report {
    var notes = [words.healthQueueShown(queue.lines.count, entry: queue.entry)]
    if queue.unopened > 0 { notes.append(words.casesNotOpened(queue.unopened)) }
    return Report(
      lists: [
        Report.List(
          "health_checks",
          columns: [
            .init("case", words.label(.caseCode)), .init("stage", words.label(.stage)),
            .init("health_check_due", due), .init("received_at", words.label(.received)),
          ],
          rows: queue.lines.map { row($0, words) }, ifEmpty: words.nobodyAwaitsHealthCheck)
      ], notes: notes, entry: queue.entry)
  }

  private func row(_ line: HealthLine, _ words: any Words) -> [Cell] {
    let (due, received) = (moment(line.due), moment(line.receivedAt))
    return [
      .text(line.caseCode),
      .code(line.stage.rawValue, label: words.stage(line.stage.rawValue)),
      due.map { .limit($0) } ?? .none, received.map { .moment($0) } ?? .none,
    ]
  }

  private func moment(_ text: String?) -> WallTime? {
    text.flatMap { try? Moment($0) }.map { WallTime($0) }
  }
}
