import ArgumentParser
import Casework
import Vault

/// `safekeep consent withdraw CASE RECORD`: with all that follows from it.
struct ConsentWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .consentWithdraw,
    example: """
      safekeep consent withdraw K7M-2QX-9T8 4f2c8a51d06b9e7734aa02c1b85d6e90 \\
          --as mai
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var record: RecordArgument
  @OptionGroup var source: FormSource
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, record) = (try argument.caseCode(), try record.id())
    let given = try source.read(common)
    try Fault.translating { try given?.checkIsFor(code) }
    let withdrawal = try desk.withCasework { casework, session in
      let input =
        try given
        ?? FormDialogue(desk, casework).ask(
          Casework.withdrawalFields.compactMap { casework.book["consent." + $0] },
          adding: casework.book.entity(named: "consent")?.number)
      return try Fault.doing(.writing) {
        try casework.withdraw(record, input, of: code, as: session)
      }
    }
    try desk.show(report(withdrawal, code, desk.words))
  }

  private func report(
    _ withdrawal: Withdrawal, _ code: CaseCode, _ words: any Words
  ) -> Report {
    let ending = withdrawal.ending
    return Report(
      fields: [.init("case", words.label(.caseCode), .text(code.text))]
        + ending.fields(in: words) + [
          .init("entry", words.label(.entry), .integer(withdrawal.entry))
        ],
      notes: [words.consentWithdrawn(entry: withdrawal.entry)]
        + ending.notes(of: code, in: words))
  }
}
