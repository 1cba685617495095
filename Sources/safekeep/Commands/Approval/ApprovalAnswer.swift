import Casework
import Vault

/// An answer of the second person, by the act that the entry asks for: one function an act.
struct ApprovalAnswer {
  /// The entry that asks.
  private let entry: Int
  /// What `--confirm` had.
  private let confirm: Int?
  /// What waits in cases, where more than one of them is answered: looked up once.
  private let waiting: [WaitingAsk]?
  private let desk: Desk

  init(_ asked: AskedArgument, at desk: Desk) {
    self.init(asked.entry, confirm: asked.confirm, at: desk)
  }

  init(
    _ entry: Int, confirm: Int?, among waiting: [WaitingAsk]? = nil, at desk: Desk
  ) {
    (self.entry, self.confirm, self.desk, self.waiting) = (entry, confirm, desk, waiting)
  }

  // MARK: Rule book

  func giveRules(_ casework: Casework, _ session: borrowing Session) throws -> Report {
    let words = desk.words
    let draft: RuleDraft
    do throws(CaseworkError) { draft = try casework.review(entry, as: session) } catch {
      guard case .rules(let fault) = error else { throw error }
      throw Fault.ruleBook(fault, proposedBy: entry)
    }
    let changes = Report.List.changes(draft.changes, in: words)
    let rows = Report.Group.changes(draft.changes, in: words)
    try confirmed(
      Report(groups: rows, lists: [changes]).table(in: words, width: desk.terminal.width)
        + words.typeToGive(entry: entry))
    let given = try casework.give(entry, draft, as: session).entry
    return Report(
      fields: fields(given), groups: rows, lists: [changes], notes: [words.rulesGiven(entry: given)]
    )
  }

  func refuseRules(_ vault: Vault, _ session: borrowing Session) throws -> Report {
    let words = desk.words
    try confirmed(words.typeToRefuse(entry: entry))
    let refused = try vault.refuseRules(of: entry, as: session).entry
    return Report(fields: fields(refused), notes: [words.rulesRefused(entry: refused)])
  }

  // MARK: In a case

  /// Whoever would give their own is refused before anything is asked of them. What gives erasures is `ErasuresAnswer`.
  func answerCase(
    _ act: CaseAct, _ casework: Casework, _ session: borrowing Session
  ) throws -> Report {
    let words = desk.words
    let asks = try waiting ?? casework.approvals(as: session).asks
    let gives = act == .approvalGive
    guard let asked = asks.first(where: { $0.ask.entry == entry }) else {
      throw try nothingAsked(casework, act, session)
    }
    // Nor is anything asked about what is refused anyway.
    if !gives || !asked.isOwn && asked.lapse == nil {
      let question = gives ? words.typeToGive(entry: entry) : words.typeToRefuse(entry: entry)
      try confirmed(asked.told(in: words) + "\n" + moved(asked, casework, session) + question)
    }
    let answer = try Self.answering {
      try gives
        ? casework.approve(asked, as: session) : casework.refuseApproval(asked, as: session)
    }
    let ended = (try? CaseCode(asked.caseCode)).flatMap { code in
      answer.ending?.notes(of: code, in: words)
    }
    return Report(
      fields: [.init("case", words.label(.caseCode), .text(asked.caseCode))]
        + (answer.ending?.fields(in: words) ?? []) + fields(answer.entry),
      notes: [told(answer, of: asked, gives: gives)] + returned(asked)
        + answer.notes.map { $0.told(in: words) } + (ended ?? []))
  }

  private func told(_ answer: Approval, of asked: WaitingAsk, gives: Bool) -> String {
    if gives { return desk.words.givenInCase(entry: answer.entry) }
    return asked.isOwn
      ? desk.words.takenBackInCase(entry: answer.entry)
      : desk.words.refusedInCase(entry: answer.entry)
  }

  /// What is not taken back is there again.
  private func returned(_ asked: WaitingAsk) -> [String] {
    guard asked.ask.act == .retract else { return [] }
    let kind = asked.field.map(desk.words.name) ?? asked.ask.subject
    return [desk.words.retractionReturned(kind, code: asked.caseCode)]
  }

  /// What stands, what is to stand and why: above the question, where a date is corrected.
  private func moved(
    _ asked: WaitingAsk, _ casework: Casework, _ session: borrowing Session
  ) throws -> String {
    guard asked.ask.act == .clockMoved else { return "" }
    let found = try casework.corrections(of: asked, as: session)
    let lists = CorrectionList(casework.book, desk.words).lists([(asked, found)])
    return Report(lists: lists).table(in: desk.words, width: desk.terminal.width)
  }

  /// Who gave an erasure and never saw what became of it asks by giving it again.
  func nothingAsked(
    _ casework: Casework, _ act: CaseAct, _ session: borrowing Session
  ) throws -> any Error {
    let refused = try casework.vault.nothingAsked(by: entry, answering: act, as: session)
    guard act == .approvalGive, case .noted(_, let noted) = refused,
      let done = try casework.vault.erasure(answering: entry)
    else { return refused }
    return Fault(.notFound, reason: "nothing_asked", details: [.init("erased", .integer(done))]) {
      $0.erasedBefore(entry: done)
    }.recorded(in: noted)
  }

  /// That somebody was suspended, or may do something no more, is said of who asked: who answers was let in.
  static func answering<Value>(
    hint: @escaping Fault.Hint = { $0.askerLeftHint },
    _ body: () throws -> Value
  ) throws -> Value {
    func translated(_ error: VaultError) -> any Error {
      guard
        let why = [Refusal.suspended, .expired].first(where: { $0.rawValue == error.refusalCode }),
        case .denied(_, let entry) = error
      else { return error }
      return Fault(
        .denied, entry: entry, details: [.init("why", .string(why.rawValue))],
        hint: hint
      ) { why == .suspended ? $0.askerLeft(entry: entry) : $0.askerLostRole(entry: entry) }
    }
    do { return try body() } catch CaseworkError.vault(let error) {
      throw translated(error)
    } catch let error as VaultError { throw translated(error) }
  }

  // MARK: Emergency

  /// Whoever asked, or may not give it, is refused before anything is asked of them.
  func giveEmergency(_ casework: Casework, _ session: borrowing Session) throws -> Report {
    if try casework.vault.mayGiveEmergency(entry, as: session) {
      try confirmed(told(casework, session) + desk.words.typeToGive(entry: entry))
    }
    // That the ask itself has run out is said otherwise.
    let isAsked = try casework.vault.lapse(ofAsk: entry) == nil
    let given =
      isAsked
      ? try casework.vault.giveEmergency(entry, as: session)
      : try Self.answering(hint: { $0.emergencyAskLeftHint }) {
        try casework.vault.giveEmergency(entry, as: session)
      }
    let until = given.emergency.told(in: desk.words)
    return Report(fields: fields(given.entry), notes: [desk.words.emergencyGiven(until)])
  }

  /// What was asked for ends; where somebody gave it meanwhile, or nobody had to, what it opened ends, and is reviewed.
  func refuseEmergency(_ casework: Casework, _ session: borrowing Session) throws -> Report {
    try confirmed(told(casework, session) + desk.words.typeToRefuse(entry: entry))
    let (emergency, closed) = try casework.vault.closeEmergency(entry, as: session)
    return Report(fields: fields(closed), notes: emergency.closing(closed, in: desk.words))
  }

  private func told(_ casework: Casework, _ session: borrowing Session) throws -> String {
    let shown = try casework.emergency(entry, as: session)
    return shown.told(casework, in: desk.words) + "\n"
  }

  // MARK: A vault that was put back

  func givePutBack(_ vault: Vault, _ session: borrowing Session) throws -> Report {
    let words = desk.words
    let gaps = try Fault.translating { try vault.casesLeft(by: entry) }
    try confirmed(
      words.acceptanceQuestion(
        entry: entry, size: vault.size, remembered: vault.putBack?.remembered, gaps: gaps))
    let given = try vault.giveAcceptance(of: entry, as: session).entry
    return Report(
      fields: fields(given),
      notes: [words.acceptanceGiven(entry: given)]
        + (gaps > 0 ? [words.casesWithoutKeys(gaps)] : []))
  }

  func refusePutBack(_ vault: Vault, _ session: borrowing Session) throws -> Report {
    let words = desk.words
    try confirmed(words.typeToRefuse(entry: entry))
    let refused = try vault.refuseAcceptance(of: entry, as: session).entry
    return Report(fields: fields(refused), notes: [words.acceptanceRefused(entry: refused)])
  }

  // MARK: What all answers have

  private func confirmed(_ question: String) throws(Fault) {
    try desk.confirm(confirm.map(String.init), accepted: [String(entry)], question)
  }

  private func fields(_ answer: Int) -> [Report.Field] {
    [
      .init("asked", desk.words.label(.answers), .integer(entry)),
      .init("entry", desk.words.label(.entry), .integer(answer)),
    ]
  }
}
