import ArgumentParser
import Vault

/// `safekeep approval list`: what of the office waits for a second person, and the command that answers it.
struct ApprovalList: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .approvalList, example: "safekeep approval list --as lan")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (waiting, entry) = try desk.withSession { vault, session in
      try vault.waitingApprovals(as: session)
    }
    let words = desk.words
    try desk.show(
      Report(
        lists: [
          Report.List(
            "waiting",
            columns: [
              .init("entry", words.label(.entry)), .init("kind", words.label(.waiting)),
              .init("asker", words.label(.asker)), .init("time", words.label(.time)),
              .init("answer", words.label(.answerBy)),
            ], rows: waiting.map { Self.row($0, words) }, ifEmpty: words.nothingWaits)
        ], notes: [words.lookRecorded(entry: entry)]))
  }

  private static func row(_ item: WaitingApproval, _ words: any Words) -> [Cell] {
    [
      .integer(item.entry), item.kind.cell(words), item.asker.map(Cell.text) ?? .none,
      .moment(WallTime(milliseconds: item.time)), .text(item.command),
    ]
  }
}

extension WaitingApproval.Kind {
  fileprivate func cell(_ words: any Words) -> Cell {
    switch self {
    case .rules: .code("rules", label: words.waitingRules)
    case .rollback: .code("rollback", label: words.waitingRollback)
    case .role(let role): .code("role.\(role.rawValue)", label: words.role(role.rawValue))
    }
  }
}

extension WaitingApproval {
  fileprivate var command: String {
    switch kind {
    case .rules: "safekeep approval give \(entry)"
    case .rollback: "safekeep log accept-rollback"
    case .role: "safekeep staff admit"
    }
  }
}
