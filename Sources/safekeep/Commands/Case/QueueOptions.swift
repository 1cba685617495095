import ArgumentParser
import Casework

/// Which cases of a queue are shown. All that are named must hold.
struct QueueOptions: ParsableArguments {
  @Option(help: .of({ $0.optionStatus }, "status"), completion: .codes(of: "status"))
  var status: String?
  @Option(
    help: .of({ $0.optionListStage }, "stage"),
    completion: .choices(CaseStage.allCases.map(\.rawValue)))
  var stage: String?
  @Option(help: .of({ $0.optionListOwner }, "handle")) var owner: String?
  @Option(help: .of({ $0.optionListClock }, "code"), completion: .clocks)
  var clock: String?
  @Option(help: .of({ $0.optionListOffice }, "code")) var office: String?
  @Flag(help: .of({ $0.optionUnowned })) var unowned = false

  /// Ways in which a clock that runs can stand.
  private static let standings: [CaseClock.Standing] = [
    .overdue, .atOnce, .dueToday, .soon, .running, .limitUnknown,
  ]

  /// - Throws: 64 for a code that the rule book does not have.
  func scope(_ book: RuleBook) throws(Fault) -> CaseScope {
    var scope = CaseScope()
    let statuses = book.codeLists["status"]
    guard status.map({ statuses?[$0] != nil }) ?? true else {
      let known = (statuses?.codes ?? []).map(\.code).joined(separator: " ")
      throw Fault(.usage, reason: "unknown_status") { $0.notAChoice(known) }
    }
    if let stage {
      guard let known = CaseStage(rawValue: stage) else {
        throw Fault(.usage, reason: "unknown_stage") {
          $0.notAChoice(CaseStage.allCases.map(\.rawValue).joined(separator: " "))
        }
      }
      scope.stage = known
    }
    scope.clock = try chosenClock(book)
    (scope.status, scope.owner, scope.office) = (status, owner, office)
    scope.isUnowned = unowned
    return scope
  }

  /// How a limit can stand, and the ids of the rules.
  static func clocks(_ book: RuleBook?) -> [String] {
    standings.map(\.code) + Set((book?.clocks.rules ?? []).map(\.id)).sorted()
  }

  private func chosenClock(_ book: RuleBook) throws(Fault) -> CaseScope.Clock? {
    guard let clock else { return nil }
    if let standing = Self.standings.first(where: { $0.code == clock }) {
      return .standing(standing)
    }
    if book.clocks[clock] != nil { return .rule(clock) }
    let known = Self.clocks(book)
    throw Fault(.usage, reason: "unknown_clock") { $0.notAChoice(known.joined(separator: " ")) }
  }
}
