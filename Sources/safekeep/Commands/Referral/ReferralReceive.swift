import ArgumentParser
import Casework
import Vault

/// `safekeep referral receive FILE`: takes in what another office sent: a referral, which becomes a new file here,
/// or its signed word about one, which is recorded where that is.
struct ReferralReceive: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .referralReceive,
    example: "safekeep referral receive chuyen-tuyen.file --card yen-bai.card --as lan")

  @Argument(help: .of({ $0.argumentReferralFile }, "file"), completion: .file()) var file: String
  @OptionGroup var card: CardOption
  @Option(name: .customLong("case"), help: .of({ $0.optionReferralCase }, "case")) var code: String?
  @Option(help: .of({ $0.optionConfirmFingerprintOfCard }, "text")) var confirm: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let card = try card.read()
    let bytes = try InputFile.read(file, limit: Vault.longestFile)
    let isWord = Vault.isReferralNote(bytes)
    // A word is about a case that is here; a referral becomes one.
    guard isWord == (code != nil) else {
      throw Fault(.usage, reason: "referral_case") { $0.referralCase }
    }
    let code = try code.map { text throws(Fault) -> CaseCode in
      do { return try CaseCode(text) } catch {
        throw Fault(.usage, reason: "bad_case_code") { $0.badCaseCode }
      }
    }
    try CardOption.compare(card, confirm, at: desk)
    let report = try desk.withCasework { casework, session in
      try Fault.doing(.writing) {
        guard let code else {
          let incoming = try casework.openTransfer(
            bytes, from: card, by: .referralReceive, as: session)
          let taken = try casework.receiveReferral(incoming, as: session)
          return ReferralFileReport(desk.words).report(taken)
        }
        let heard = try casework.takeIn(word: bytes, from: card, in: code, as: session)
        return ReferralReport(code: code, record: heard.record, words: desk.words).report(
          heard.state, entry: heard.entry, notes: [desk.words.referralHeard(entry: heard.entry)])
      }
    }
    try desk.show(report)
  }
}
