import ArgumentParser
import Casework

/// Which cases of a queue are shown. All that are named must hold.
struct QueueOptions: ParsableArguments {
  @Option(help: .of({ $0.optionStatus }, "status")) var status: String?
  @Option(help: .of({ $0.optionListStage }, "stage")) var stage: String?
  @Option(help: .of({ $0.optionListOwner }, "handle")) var owner: String?
  @Option(help: .of({ $0.optionListClock }, "code")) var clock: String?
  @Option(help: .of({ $0.optionListOffice }, "code")) var office: String?
  @Flag(help: .of({ $0.optionUnowned })) var unowned = false

  /// Ways in which a clock that runs can stand.
  private static let standings: [CaseClock.Standing] = [
    .overdue, .dueToday, .soon, .running, .limitUnknown,
  ]

  /// - Throws: 64 for a code that the rule book does not have.
  func scope(_ book: RuleBook) throws(Fault) -> CaseScope {
    var scope = CaseScope()
    guard status.map({ book.codeLists["status"]?[$0] != nil }) ?? true else {
      throw Fault(.usage, reason: "unknown_status") { $0.reason(.unknownCode) }
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

  private func chosenClock(_ book: RuleBook) throws(Fault) -> CaseScope.Clock? {
    guard let clock else { return nil }
    if let standing = Self.standings.first(where: { $0.code == clock }) {
      return .standing(standing)
    }
    if book.clocks[clock] != nil { return .rule(clock) }
    throw Fault(.usage, reason: "unknown_clock") { $0.reason(.unknownCode) }
  }
}
