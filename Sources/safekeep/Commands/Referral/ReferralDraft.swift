import ArgumentParser
import Casework
import Vault

/// `safekeep referral draft CASE`: to whom, what for, which fields, on what basis; nothing goes out yet.
struct ReferralDraft: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .referralDraft, example: "safekeep referral draft K7M-2QX-9T8 --from referral.json --as mai")

  @OptionGroup var argument: CaseArgument
  @OptionGroup var source: FormSource
  @Option(help: .of({ $0.optionRecord }, "record")) var record: String?
  @OptionGroup var common: Common
  @OptionGroup var strays: Strays

  func run() throws {
    try strays.refuse(for: "referral draft CASE")
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let given = try source.read(common)
    try Fault.translating { try given?.checkIsFor(code) }
    let correcting = try record.map { name throws(Fault) in try RecordArgument.id(name) }
    let recorded = try desk.withCasework { casework, session in
      func write(_ input: FormInput, _ session: borrowing Session) throws -> RecordedForm {
        try Fault.doing(.writing) {
          try casework.draft(input, of: code, correcting: correcting, as: session)
        }
      }
      if let given { return try write(given, session) }
      return try DraftedForm(
        desk: desk, casework: casework, form: "referral", code: code, record: correcting
      ).fill(
        Casework.draftFields.compactMap { casework.book["referral." + $0] },
        adding: casework.book.entity(named: "referral")?.number, as: session, write)
    }
    let words = desk.words
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("record", words.recordName, recorded.record.map { .text($0) } ?? .none),
          .init("entry", words.label(.entry), .integer(recorded.entry)),
        ],
        notes: told(recorded, words)
          + recorded.notes.map { $0.told(in: words) } + [words.next("referral list \(code.text)")]
      ))
  }

  /// Of one that went out already nobody says that nothing went out.
  private func told(_ recorded: RecordedForm, _ words: any Words) -> [String] {
    recorded.notes.contains { $0.reason == .referralOut }
      ? [] : [words.referralDrafted(entry: recorded.entry)]
  }
}
