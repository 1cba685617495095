import ArgumentParser
import Casework
import Vault

/// What the verbs have in common that move a referral on without asking anything.
struct ReferralMove: ParsableArguments {
  @OptionGroup var argument: CaseArgument
  @OptionGroup var record: RecordArgument
  @Option(help: .of({ $0.optionWordTo }, "file"), completion: .file()) var to: String?
  @OptionGroup var common: Common

  /// - Parameters:
  ///   - state: where it stands afterwards.
  ///   - note: what is said of it.
  ///   - move: does it; returns the entry.
  func run(
    to state: ReferralState, _ note: (any Words, Int) -> String,
    _ move: (Casework, RecordID, CaseCode, borrowing Session) throws -> Int
  ) throws {
    let desk = try Desk(common)
    let (code, record) = (try argument.caseCode(), try record.id())
    if let to, let word = ReferralWord(rawValue: state.rawValue) {
      return try ReferralWordFile(code: code, record: record, path: to, desk: desk).write(word)
    }
    let entry = try desk.withCasework { casework, session in
      try Fault.doing(.writing) { try move(casework, record, code, session) }
    }
    let words = desk.words
    try desk.show(
      ReferralReport(code: code, record: record, words: words).report(
        state, entry: entry, notes: [note(words, entry)]))
  }
}
