import ArgumentParser
import Casework

/// `safekeep referral done CASE RECORD`: what it was for is done; the fields can be read no more.
struct ReferralDone: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .referralDone,
    example: """
      safekeep referral done K7M-2QX-9T8 4f2c8a51d06b9e7734aa02c1b85d6e90 \\
          --as mai
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var record: RecordArgument
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, record) = (try argument.caseCode(), try record.id())
    let entry = try desk.withCasework { casework, session in
      try Fault.doing(.writing) { try casework.finish(record, of: code, as: session) }
    }
    let words = desk.words
    try desk.show(
      ReferralReport(code: code, record: record, words: words).report(
        .done, entry: entry, notes: [words.referralDone(entry: entry)]))
  }
}
