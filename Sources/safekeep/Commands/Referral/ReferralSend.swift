import ArgumentParser
import Casework
import Vault

/// `safekeep referral send CASE RECORD`: the receiving colleague reads the named fields from now on.
struct ReferralSend: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .referralSend,
    example: """
      safekeep referral send K7M-2QX-9T8 4f2c8a51d06b9e7734aa02c1b85d6e90 \\
          --until 31/12/2026 --as mai
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var record: RecordArgument
  @Option(help: .of({ $0.optionUntilReply }, "day")) var until: String?
  @Option(help: .of({ $0.optionReferralCard }, "file"), completion: .file()) var card: String?
  @Option(help: .of({ $0.optionReferralTo }, "file"), completion: .file()) var to: String?
  @Option(help: .of({ $0.optionConfirmFingerprintOfCard }, "text")) var confirm: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, record) = (try argument.caseCode(), try record.id())
    let last = try until.map { text throws(Fault) -> CalendarDay in
      guard let day = try? PartialDate(text).exactDay else { throw .noDay }
      return day
    }
    guard (card == nil) == (to == nil) else {
      throw Fault(.usage, reason: "card_and_to") { $0.referralCardOptions }
    }
    let purpose = try desk.purpose(asking: true)
    if let card, let to {
      return try seal(record, code, card: card, to: to, last, purpose, desk)
    }
    let sent = try desk.withCasework(fresh: true) { casework, session in
      try Fault.doing(.sharing) {
        try casework.send(record, of: code, until: last, for: purpose, as: session)
      }
    }
    let words = desk.words
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("handle", words.label(.handle), .text(sent.handle)),
          .init("due", words.label(.due), .date(sent.due.text)),
          .init("until", words.label(.until), .date(sent.lastDay.text)),
          .init("entry", words.label(.entry), .integer(sent.entry)),
        ],
        notes: [
          words.referralSent(
            handle: sent.handle, due: DateForm.forPeople(sent.due.text),
            until: DateForm.forPeople(sent.lastDay.text), entry: sent.entry)
        ]
          + (sent.awaitsAssignment
            ? [words.awaitsAssignment(code: code.text, handle: sent.handle)] : [])))
  }

  /// To another office: one sealed file. Two people have compared the card.
  private func seal(
    _ record: RecordID, _ code: CaseCode, card path: String, to: String, _ last: CalendarDay?,
    _ purpose: Purpose?, _ desk: Desk
  ) throws {
    let card = try CardOption.read(path)
    try CardOption.compare(card, confirm, at: desk)
    let file = try NewFile(to, reserving: NewFile.ofSealed)
    let sent = try desk.withCasework(fresh: true) { casework, session in
      try Fault.doing(.sharing) {
        try casework.send(record, of: code, to: card, until: last, for: purpose, as: session)
      }
    }
    do throws(Fault) {
      try file.write(sent.bytes)
      try file.finish()
    } catch {
      // The entry stands before a byte of the file does.
      let name = RecordName.text(record.bytes)
      throw error.hinted { $0.referralUnwritten(code: code.text, record: name) }
    }
    try desk.show(ReferralFileReport(desk.words).report(sent, code))
  }
}
