import Casework
import Vault

/// The second person gives erasures, one or many, in one act: all are done, or, where something of one stands in the
/// way, none, and it is said which.
struct ErasuresAnswer {
  /// Once it is known what was looked through for what several erasures destroyed.
  typealias Receipt = (SearchedFiles?) -> Report

  let search: ErasureSearch
  let desk: Desk
  /// What `--confirm` had for an entry.
  let confirm: (Int) -> Int?

  /// Of files that the second person may read. Whoever asked for one is refused before anything is asked of
  /// them, and so is what nobody asks for any more.
  func give(
    _ asks: [WaitingAsk], _ casework: Casework, _ session: borrowing Session
  ) throws -> [Receipt] {
    let words = desk.words
    if !asks.contains(where: { $0.isOwn || $0.lapse != nil }) {
      let leaves = try leaves(asks, casework, session)
      for (ask, leaves) in zip(asks, leaves) {
        let before = words.toDoBefore(leaves, code: ask.caseCode)
        let told = [ask.told(in: words)] + before
        try confirmed(ask.ask.entry, told.joined(separator: "\n"))
      }
    }
    let given = try together(asks.map(\.ask.entry)) { place in
      try casework.erase(asks, searching: search, at: &place, as: session)
    }
    return given.compactMap { approval in
      approval.erasure.map {
        receipt($0, of: approval.asked.caseCode, approval.asked.field, approval.leaves)
      }
    }
  }

  /// Looked at only where somebody is asked and reads it, and may give it.
  private func leaves(
    _ asks: [WaitingAsk], _ casework: Casework, _ session: borrowing Session
  ) throws -> [ErasureLeaves] {
    let mayGive = try casework.vault.roles(as: session).contains(.lead)
    guard mayGive, asks.contains(where: { confirm($0.ask.entry) == nil }) else {
      return asks.map { _ in .nothing }
    }
    return try casework.leaves(asks, as: session)
  }

  /// Of whole files, by an administrator, who is told their codes alone. The look that tells them is an entry.
  func giveUnseen(
    _ entries: [Int], _ casework: Casework, _ session: borrowing Session
  ) throws -> [Receipt] {
    let waiting = try casework.vault.waitingApprovals(as: session).waiting
    var codes: [String] = []
    let asked = try together(entries) { place in
      try entries.indices.map { number in
        place = number
        return try self.asked(entries[number], among: waiting, casework, session)
      }
    }
    for (entry, ask) in zip(entries, asked) {
      try confirmed(entry, ask.told)
      codes.append(ask.code)
    }
    let done = try together(entries) { place in
      try casework.vault.eraseUnseen(entries, searching: search, at: &place, as: session)
    }
    return zip(done, codes).map { receipt($0, of: $1, nil, .nothing) }
  }

  private func asked(
    _ entry: Int, among waiting: [WaitingApproval], _ casework: Casework,
    _ session: borrowing Session
  ) throws -> (code: String, told: String) {
    guard let asked = waiting.first(where: { $0.entry == entry }),
      case .erasure(let symbols, let reason) = asked.kind
    else {
      try casework.vault.checkUnseen(entry, as: session)
      throw try ApprovalAnswer(entry, confirm: nil, at: desk).nothingAsked(
        casework, .approvalGive, session)
    }
    let (words, code) = (desk.words, (try? CaseCode(symbols).text) ?? symbols)
    let what = words.waitingErasure(nil, WaitingApproval.reason(reason, casework.book, words))
    return (code, words.askedInCase(code, what: what, by: Escaping.line(asked.asker ?? "–")))
  }

  private func receipt(
    _ done: Erasure, of code: String, _ field: RuleLabel?, _ leaves: ErasureLeaves
  ) -> Receipt {
    let words = desk.words
    return { searched in
      ErasureReport(words).report(
        done, of: code, field: field.map(words.name), leaves: leaves, searched: searched)
    }
  }

  private func confirmed(_ entry: Int, _ told: String) throws {
    let question = [told, desk.words.nothingBringsItBack, desk.words.typeToGive(entry: entry)]
    try desk.confirm(
      confirm(entry).map(String.init), accepted: [String(entry)],
      question.joined(separator: "\n"))
  }

  /// Of one alone it needs no saying which.
  private func together<Value>(
    _ entries: [Int], _ body: (inout Int) throws -> Value
  ) throws -> Value {
    var place = 0
    do { return try ApprovalAnswer.answering { try body(&place) } } catch {
      guard entries.count > 1, entries.indices.contains(place) else { throw error }
      let entry = entries[place]
      throw Fault.of(error).stoppingAll("asked", entry) { $0.noneGiven(because: entry) }
    }
  }
}
