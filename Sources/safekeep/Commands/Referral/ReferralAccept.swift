import ArgumentParser
import Casework

/// `safekeep referral accept CASE RECORD`.
struct ReferralAccept: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .referralAccept,
    example: """
      safekeep referral accept K7M-2QX-9T8 4f2c8a51d06b9e7734aa02c1b85d6e90 \\
          --as hanh
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var record: RecordArgument
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, record) = (try argument.caseCode(), try record.id())
    let reply = try desk.withCasework { casework, session in
      try Fault.doing(.writing) { try casework.accept(record, of: code, as: session) }
    }
    let words = desk.words
    try desk.show(
      ReferralReport(code: code, record: record, words: words).report(
        .accepted, entry: reply.entry, notes: [words.referralAccepted(entry: reply.entry)]))
  }
}
