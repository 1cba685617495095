import ArgumentParser
import Casework
import Vault

/// `safekeep log reveal PSEUDONYM`, or `--case CODE`: an auditor asks; nothing is told. A lead gives it
/// with `--confirm` and the number of the entry that asks; only then is it shown, to the lead.
struct LogReveal: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logReveal, example: "safekeep log reveal 3f2a9c0d11e84b7fa05566c2d9e0b134 --as kim")

  @Argument(help: .of({ $0.argumentPseudonym }, "pseudonym")) var pseudonym: String?
  @Option(name: .customLong("case"), help: .of({ $0.optionRevealCase }, "case")) var code: String?
  @Option(help: .of({ $0.optionRevealConfirm }, "entry")) var confirm: Int?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try code.map { text throws(Fault) in try Self.caseCode(text) }
    switch (confirm, pseudonym, code) {
    case (let asked?, nil, let code): try give(asked, code, desk)
    case (nil, let pseudonym?, nil): try ask(pseudonym, desk)
    case (nil, nil, _?): try askPseudonym(desk)
    default: throw Fault(.usage, reason: "reveal_what") { $0.revealWhat }
    }
  }

  private static func caseCode(_ text: String) throws(Fault) -> CaseCode {
    do { return try CaseCode(text) } catch {
      throw Fault(.usage, reason: "bad_case_code") { $0.badCaseCode }
    }
  }

  // MARK: Asking

  private func ask(_ pseudonym: String, _ desk: Desk) throws {
    let asked = try desk.withSession(fresh: true) { vault, session in
      try vault.askCase(of: pseudonym, as: session)
    }
    guard let entry = asked?.entry else {
      throw Fault(.usage, reason: "bad_pseudonym") { $0.badPseudonym }
    }
    let words = desk.words
    try tell(entry, [words.askedCase(entry: entry), words.revealNext(entry: entry)], desk)
  }

  private func askPseudonym(_ desk: Desk) throws {
    let entry = try desk.withSession(fresh: true) { vault, session in
      try vault.askPseudonym(as: session).entry
    }
    let words = desk.words
    try tell(entry, [words.askedPseudonym(entry: entry), words.revealNextCode(entry: entry)], desk)
  }

  private func tell(_ entry: Int, _ notes: [String], _ desk: Desk) throws(Fault) {
    let label = desk.words.label(.entry)
    try desk.show(Report(fields: [.init("entry", label, .integer(entry))], notes: notes))
  }

  // MARK: Giving

  private func give(_ asked: Int, _ code: CaseCode?, _ desk: Desk) throws {
    let (pseudonym, told, entry) = try desk.withCasework { casework, session in
      try casework.reveal(asked, of: code, as: session)
    }
    let words = desk.words
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(told)),
          .init("pseudonym", words.label(.caseName), .text(pseudonym)),
          .init("entry", words.label(.entry), .integer(entry)),
        ], notes: [words.revealed(entry: entry), words.revealTellInPerson]))
  }
}
