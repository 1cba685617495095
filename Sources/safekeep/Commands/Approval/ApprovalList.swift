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
    let (rows, changes, moves, lapsed, entry) = try desk.withCasework { casework, session in
      let (office, entry) = try casework.vault.waitingApprovals(as: session)
      var rows = office.map { (entry: $0.entry, cells: Self.row($0, casework.book, words)) }
      var moves: [Report.List] = []
      var lapsed = office.compactMap { item in
        item.lapse.map { words.askLapsed(item.entry, $0, words.roleAskLeftHint) }
      }
      // Whoever sees no list of cases sees no asks in them either, and is not refused for it.
      if try casework.vault.may(.listCases, as: session) {
        let known = Set(rows.map(\.entry))
        let asks = try casework.approvals(as: session).asks.filter {
          !known.contains($0.ask.entry)
        }
        let own = try casework.vault.roles(as: session)
        rows += asks.map { ask in
          let isOurs = casework.giver(of: ask).map(own.contains) ?? true
          return (entry: ask.ask.entry, cells: Self.row(ask, isOurs: isOurs, words))
        }
        moves = try Self.moves(asks, casework, session, words)
        lapsed += asks.compactMap { Self.lapsed($0, words) }
      }
      let changes = try Self.changes(office, casework, session)
      return (rows.sorted { $0.entry < $1.entry }.map(\.cells), changes, moves, lapsed, entry)
    }
    try desk.show(
      Report(
        groups: Report.Group.changes(changes, in: words),
        lists: [
          Report.List(
            "waiting",
            columns: [
              .init("entry", words.label(.entry)), .init("kind", words.label(.waiting)),
              .init("case", words.label(.caseCode)), .init("asker", words.label(.asker)),
              .init("answer", words.label(.answerBy)),
            ], rows: rows, ifEmpty: words.nothingWaits)
        ] + moves, notes: lapsed + [words.lookRecorded(entry: entry)], entry: entry))
  }

  /// Why nobody can give it, and the way on.
  private static func lapsed(_ asked: WaitingAsk, _ words: any Words) -> String? {
    asked.lapse.map {
      let hint = $0 == .noGiver ? words.askAnewHint : words.askerLeftHint
      return words.askLapsed(asked.ask.entry, $0, hint)
    }
  }

  /// What the corrections of dates that wait would change; looking at each is an entry.
  private static func moves(
    _ asks: [WaitingAsk], _ casework: Casework, _ session: borrowing Session, _ words: any Words
  ) throws -> [Report.List] {
    var found: [(WaitingAsk, [AskedCorrection])] = []
    for asked in asks where asked.ask.act == .clockMoved {
      found.append((asked, try casework.corrections(of: asked, as: session)))
    }
    return CorrectionList(casework.book, words).lists(found)
  }

  /// What a rule book that waits would change, for whoever may answer it; looking through it is an entry.
  private static func changes(
    _ office: [WaitingApproval], _ casework: Casework, _ session: borrowing Session
  ) throws -> [RuleChange] {
    guard let book = office.first(where: { $0.kind == .rules }),
      try casework.vault.may(.answerRules, as: session),
      try book.asker != casework.vault.handle(of: session.member, as: session)
    else { return [] }
    return try casework.review(book.entry, as: session).changes
  }

  private static func row(
    _ item: WaitingApproval, _ book: RuleBook, _ words: any Words
  ) -> [Cell] {
    [
      .integer(item.entry), item.kind.cell(book, words), item.caseCode.map(Cell.text) ?? .none,
      item.asker.map(Cell.text) ?? .none, .text(item.command),
    ]
  }

  /// Nobody gives their own, and they may take it back; what nobody asks for any more is only refused.
  ///
  /// - Parameter isOurs: whether somebody of our roles gives it at all.
  private static func answer(to item: WaitingAsk, isOurs: Bool) -> String? {
    guard item.isOwn || isOurs else { return nil }
    return !item.isOwn && item.lapse == nil
      ? "safekeep approval give \(item.ask.entry)"
      : "safekeep approval refuse \(item.ask.entry)"
  }

  private static func row(_ item: WaitingAsk, isOurs: Bool, _ words: any Words) -> [Cell] {
    [
      .integer(item.ask.entry), item.kind(in: words), .text(item.caseCode),
      item.askerHandle.map(Cell.text) ?? .none,
      answer(to: item, isOurs: isOurs).map(Cell.text) ?? .none,
    ]
  }
}

extension WaitingApproval.Kind {
  fileprivate func cell(_ book: RuleBook, _ words: any Words) -> Cell {
    switch self {
    case .rules: .code("rules", label: words.waitingRules)
    case .rollback: .code("rollback", label: words.waitingRollback)
    case .role(let role): .code("role.\(role.rawValue)", label: words.role(role.rawValue))
    case .erasure(_, let reason):
      .code(
        CaseAct.erase.rawValue,
        label: words.waitingErasure(nil, WaitingApproval.reason(reason, book, words)))
    case .emergency(let found):
      .code("emergency.\(found.name)", label: words.waitingEmergency(words.fieldClass(found.name)))
    }
  }
}

extension WaitingApproval {
  /// What the code of a ground is called.
  static func reason(_ code: String, _ book: RuleBook, _ words: any Words) -> String {
    book.codeLists["erasure_reason"]?[code].map { words.name($0.label) } ?? code
  }

  /// The code of the case that it is about, where it says that.
  fileprivate var caseCode: String? {
    guard case .erasure(let symbols, _) = kind else { return nil }
    return (try? CaseCode(symbols).text) ?? symbols
  }

  fileprivate var command: String {
    switch kind {
    case .rules, .emergency, .erasure: "safekeep approval give \(entry)"
    case .rollback: "safekeep log accept-rollback"
    case .role: lapse == nil ? "safekeep staff admit" : "safekeep staff role remove"
    }
  }
}
