import ArgumentParser
import Casework
import Vault

/// `safekeep approval list`: what waits for a second person, and the command that answers it.
struct ApprovalList: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .approvalList, example: "safekeep approval list --as lan")

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let words = desk.words
    let (rows, entry) = try desk.withCasework { casework, session in
      let (office, entry) = try casework.vault.waitingApprovals(as: session)
      var rows = office.map { (entry: $0.entry, cells: Self.row($0, words)) }
      // Whoever sees no list of cases sees no asks in them either, and is not refused for it.
      if try casework.vault.may(.listCases, as: session) {
        rows += try casework.approvals(as: session).asks.map {
          (entry: $0.ask.entry, cells: Self.row($0, words))
        }
      }
      return (rows.sorted { $0.entry < $1.entry }.map(\.cells), entry)
    }
    try desk.show(
      Report(
        lists: [
          Report.List(
            "waiting",
            columns: [
              .init("entry", words.label(.entry)), .init("kind", words.label(.waiting)),
              .init("case", words.label(.caseCode)), .init("asker", words.label(.asker)),
              .init("answer", words.label(.answerBy)),
            ], rows: rows, ifEmpty: words.nothingWaits)
        ], notes: [words.lookRecorded(entry: entry)]))
  }

  private static func row(_ item: WaitingApproval, _ words: any Words) -> [Cell] {
    [
      .integer(item.entry), item.kind.cell(words), .none,
      item.asker.map(Cell.text) ?? .none, .text(item.command),
    ]
  }

  /// Nobody answers their own.
  private static func row(_ item: WaitingAsk, _ words: any Words) -> [Cell] {
    [
      .integer(item.ask.entry), item.kind(in: words), .text(item.caseCode),
      item.askerHandle.map(Cell.text) ?? .none,
      item.isOwn ? .none : .text("safekeep approval give \(item.ask.entry)"),
    ]
  }
}

extension WaitingApproval.Kind {
  fileprivate func cell(_ words: any Words) -> Cell {
    switch self {
    case .rules: .code("rules", label: words.waitingRules)
    case .rollback: .code("rollback", label: words.waitingRollback)
    case .role(let role): .code("role.\(role.rawValue)", label: words.role(role.rawValue))
    case .emergency(let found):
      .code("emergency.\(found.name)", label: words.waitingEmergency(words.fieldClass(found.name)))
    }
  }
}

extension WaitingApproval {
  fileprivate var command: String {
    switch kind {
    case .rules, .emergency: "safekeep approval give \(entry)"
    case .rollback: "safekeep log accept-rollback"
    case .role: "safekeep staff admit"
    }
  }
}
