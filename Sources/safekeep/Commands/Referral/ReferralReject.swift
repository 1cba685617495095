import ArgumentParser
import Casework
import Vault

/// `safekeep referral reject CASE RECORD`: with the reason in writing; the fields can be read no more.
struct ReferralReject: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .referralReject,
    example: """
      safekeep referral reject K7M-2QX-9T8 4f2c8a51d06b9e7734aa02c1b85d6e90 \\
          --from reply.json --as hanh
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var record: RecordArgument
  @OptionGroup var source: FormSource
  @Option(help: .of({ $0.optionWordTo }, "file"), completion: .file()) var to: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, record) = (try argument.caseCode(), try record.id())
    let given = try source.read(common)
    try Fault.translating { try given?.checkIsFor(code) }
    if let to {
      return try ReferralWordFile(code: code, record: record, path: to, desk: desk)
        .write(.rejected) { casework in try given ?? dialogue(desk, casework) }
    }
    let reply = try desk.withCasework { casework, session in
      let input = try given ?? ask(desk, casework, code, session)
      return try Fault.doing(.writing) {
        try casework.reject(record, input, of: code, as: session)
      }
    }
    let words = desk.words
    var notes = [words.referralRejected(entry: reply.entry)]
    if reply.isOnPaper { notes.append(words.reasonOnPaper) }
    try desk.show(
      ReferralReport(code: code, record: record, words: words).report(
        .rejected, entry: reply.entry, notes: notes))
  }

  /// Whose words go on paper is not asked for any.
  private func ask(
    _ desk: Desk, _ casework: Casework, _ code: CaseCode, _ session: borrowing Session
  ) throws -> FormInput {
    guard try casework.mayReply(in: code, as: session) else { return FormInput([:]) }
    return try dialogue(desk, casework)
  }

  private func dialogue(_ desk: Desk, _ casework: Casework) throws -> FormInput {
    try FormDialogue(desk, casework).ask(
      Casework.replyFields.compactMap { casework.book["referral." + $0] },
      adding: casework.book.entity(named: "referral")?.number)
  }
}
