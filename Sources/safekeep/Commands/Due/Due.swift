import ArgumentParser
import Casework
import Vault

/// `safekeep due`: the clocks that run, soonest first, with the article behind each.
struct Due: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .due, example: "safekeep due --mine --as hoa")

  @Flag(help: .of({ $0.optionMine })) var mine = false
  @Option(help: .of({ $0.optionOffice }, "code")) var office: String?
  @Flag(help: .of({ $0.optionPressing })) var pressing = false
  @Option(help: .of({ $0.optionDueLimit }, "n")) var limit: Int?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let limit = limit ?? 200
    guard limit > 0 else { throw Fault.badLimit }
    var scope = DueScope()
    (scope.isMine, scope.office, scope.isPressing) = (mine, office, pressing)
    let (list, calendar) = try desk.withCasework { casework, session in
      (try casework.due(scope, as: session), casework.book.calendar)
    }
    try desk.show(DueReport(words: desk.words, calendar: calendar).report(list, limit: limit))
  }
}
