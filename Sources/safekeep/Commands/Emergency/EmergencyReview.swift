import ArgumentParser
import Casework
import Vault

/// `safekeep emergency review ENTRY`: a lead who neither asked nor gave it reads why, and says that it was
/// looked into.
struct EmergencyReview: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .emergencyReview, example: "safekeep emergency review 412 --as lan")

  @OptionGroup var asked: AskedArgument
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (shown, entry) = try desk.withCasework { casework, session in
      try review(casework, session, desk)
    }
    try desk.show(report(shown, entry, desk.words))
  }

  /// Who may not review it is refused before anything of it is shown.
  private func review(
    _ casework: Casework, _ session: borrowing Session, _ desk: Desk
  ) throws -> (shown: ShownEmergency?, entry: Int) {
    let (vault, entry, words) = (casework.vault, asked.entry, desk.words)
    guard try vault.mayReviewEmergency(entry, as: session) else {
      return (nil, try answer(vault, session))
    }
    let shown = try casework.emergency(entry, as: session)
    try desk.confirm(
      asked.confirm.map(String.init), accepted: [String(entry)],
      shown.told(casework, in: words) + "\n" + words.typeToReview(entry: entry))
    return (shown, try answer(vault, session))
  }

  /// Whoever asked or gave it waits for nobody's approval: somebody else is to look into it.
  private func answer(_ vault: Vault, _ session: borrowing Session) throws -> Int {
    do { return try vault.reviewEmergency(asked.entry, as: session).entry } catch {
      guard error.refusalCode == Refusal.secondPerson.rawValue, case .denied(_, let seq) = error
      else { throw error }
      throw Fault(
        .denied, entry: seq, details: [.init("why", .string(Refusal.secondPerson.rawValue))],
        hint: { $0.emergencyReviewHint }
      ) { $0.denied($0.reason(.secondPerson), entry: seq) }
    }
  }

  private func report(_ shown: ShownEmergency?, _ entry: Int, _ words: any Words) -> Report {
    var fields: [Report.Field] = []
    if let shown {
      fields = [
        .init("case", words.label(.caseCode), .text(shown.caseCode)),
        .init("asker", words.label(.asker), shown.asker.map { Cell.text($0) } ?? .none),
        .init("reason", words.label(.reason), .text(shown.emergency.reason)),
        .init("note", words.emergencyText, shown.text.map { Cell.lines($0) } ?? .none),
      ]
    }
    fields += [
      .init("emergency", words.label(.answers), .integer(asked.entry)),
      .init("entry", words.label(.entry), .integer(entry)),
    ]
    let isShut = shown.map { $0.text == nil } ?? false
    return Report(
      fields: fields,
      notes: [words.emergencyReviewed(entry: entry)] + (isShut ? [words.emergencyTextShut] : []))
  }
}
