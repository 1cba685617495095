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
    let (rows, proposal, moves, lapsed, entry) = try desk.withCasework { casework, session in
      let (office, entry) = try casework.vault.waitingApprovals(as: session)
      let proposal = try Self.proposal(office, casework, session)
      var rows = office.map { item in
        (entry: item.entry, cells: Self.row(item, proposal, casework.book, words))
      }
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
      return (rows.sorted { $0.entry < $1.entry }.map(\.cells), proposal, moves, lapsed, entry)
    }
    let notes = lapsed + (proposal?.outlived(in: words) ?? [])
    try desk.show(
      Report(
        groups: Report.Group.changes(proposal?.changes ?? [], in: words),
        lists: [Self.waiting(rows, words)] + moves,
        notes: notes + [words.lookRecorded(entry: entry)], entry: entry))
  }

  private static func waiting(_ rows: [[Cell]], _ words: any Words) -> Report.List {
    Report.List(
      "waiting",
      columns: [
        .init("entry", words.label(.entry)), .init("kind", words.label(.waiting)),
        .init("case", words.label(.caseCode)), .init("asker", words.label(.asker)),
        .init("answer", words.label(.answerBy)),
      ], rows: rows, ifEmpty: words.nothingWaits)
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

  /// A rule book that waits, for whoever may answer it.
  private struct Proposal {
    let entry: Int
    var changes: [RuleChange] = []
    /// What is wrong with it by now, so that nobody can give it.
    var fault: RuleFault?

    func outlived(in words: any Words) -> [String] {
      guard let fault else { return [] }
      let reason = words.ruleBookWrong(
        file: fault.table.fileName, row: fault.line ?? 0, reason: words.reason(fault))
      return [reason, words.proposalOutlived(entry: entry)]
    }
  }

  /// What it would change; looking through it is an entry. What began on the day of the proposal can lie in the past by
  /// now: that is told, and keeps nothing else from being listed.
  private static func proposal(
    _ office: [WaitingApproval], _ casework: Casework, _ session: borrowing Session
  ) throws -> Proposal? {
    guard let book = office.first(where: { $0.kind == .rules }),
      try casework.vault.may(.answerRules, as: session),
      try book.asker != casework.vault.handle(of: session.member, as: session)
    else { return nil }
    var found = Proposal(entry: book.entry)
    do throws(CaseworkError) {
      found.changes = try casework.review(book.entry, as: session).changes
    } catch {
      guard case .rules(let fault) = error else { throw error }
      found.fault = fault
    }
    return found
  }

  private static func row(
    _ item: WaitingApproval, _ proposal: Proposal?, _ book: RuleBook, _ words: any Words
  ) -> [Cell] {
    let isOutlived = proposal?.entry == item.entry && proposal?.fault != nil
    return [
      .integer(item.entry), item.kind.cell(book, words), item.caseCode.map(Cell.text) ?? .none,
      item.asker.map(Cell.text) ?? .none,
      .text(isOutlived ? "safekeep approval refuse \(item.entry)" : item.command),
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
