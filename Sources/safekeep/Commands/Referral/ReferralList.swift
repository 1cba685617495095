import ArgumentParser
import Casework
import Vault

/// `safekeep referral list [CASE]`: what waits for me, and what I wait for; or all of one case.
struct ReferralList: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .referralList, example: "safekeep referral list --as hanh")

  @Argument(help: .of({ $0.argumentCaseOrNone }, "case")) var code: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try code.map { text throws(Fault) -> CaseCode in
      do { return try CaseCode(text) } catch {
        throw Fault(.usage, reason: "bad_case_code") { $0.badCaseCode }
      }
    }
    let (list, book) = try desk.withCasework { casework, session in
      let list = try code.map { try casework.referrals(of: $0, as: session) }
      return (try list ?? casework.referrals(as: session), casework.book)
    }
    try desk.show(report(list, book, desk.words))
  }

  private func report(
    _ list: Referrals, _ book: RuleBook, _ words: any Words
  ) -> Report {
    var notes = [words.referralsShown(list.lines.count, entry: list.entry)]
    if list.unopened > 0 { notes.append(words.casesNotOpened(list.unopened)) }
    return Report(
      lists: [
        Report.List(
          "referrals",
          columns: [
            .init("case", words.label(.caseCode)), .init("state", words.referralStateLabel),
            .init("mine", words.mineToAnswer), .init("until", words.label(.due)),
            .init("purpose", words.label(.purpose)), .init("to", words.referredTo),
            .init("receiver", words.label(.handle)), .init("fields", words.label(.fields)),
            .init("record", words.recordName),
          ],
          rows: list.lines.map { row($0, book, words) }, ifEmpty: words.noReferrals)
      ] + ended(list.ended, words), notes: notes, entry: list.entry)
  }

  /// What cannot be read any more names no case: the code went with the copies.
  private func ended(_ givings: [EndedGiving], _ words: any Words) -> [Report.List] {
    guard !givings.isEmpty else { return [] }
    return [
      Report.List(
        "ended", title: words.referralsEnded,
        columns: [
          .init("given", words.referralGivenIn), .init("given_at", words.referralGivenAt),
          .init("ended_at", words.referralEndedAt), .init("why", words.referralEndedBy),
        ],
        rows: givings.map { one in
          [
            .integer(one.entry), .moment(WallTime(milliseconds: one.given)),
            .moment(WallTime(milliseconds: one.ended)),
            .code(one.act ?? "ran_out", label: words.referralEnded(by: one.act)),
          ]
        }, ifEmpty: "")
    ]
  }

  private func row(_ line: ReferralLine, _ book: RuleBook, _ words: any Words) -> [Cell] {
    let purpose = line.purpose.map { code in
      let label = book.codeLists["release_purpose"]?[code].map { words.name($0.label) }
      return Cell.code(code, label: label ?? code)
    }
    return [
      .text(line.caseCode),
      .code(line.state.rawValue, label: words.referralState(line.state)),
      .code(line.isMine ? "yes" : "no", label: line.isMine ? words.yes : words.no),
      line.due.flatMap { try? Moment($0) }.map { .limit(WallTime($0)) } ?? .none,
      purpose ?? .none, line.recipient.map { Cell.recipient($0, words) } ?? .none,
      line.receiver.map { .text($0) } ?? .none,
      .list(
        line.fields.map { name in
          .code(name, label: book[name].map { words.name($0.label) } ?? name)
        }),
      .text(line.name),
    ]
  }
}
