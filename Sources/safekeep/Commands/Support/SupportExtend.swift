import ArgumentParser
import Casework

/// `safekeep support extend CASE --until DAY --decided-by CODE`: asks a lead to agree that the stay which
/// goes on is lengthened. There is one at a time, so it needs no name.
struct SupportExtend: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .supportExtend,
    example: "safekeep support extend K7M-2QX-9T8 --until 31/01/2027 --decided-by director")

  @OptionGroup var argument: CaseArgument
  @Option(help: .of({ $0.optionStayUntil }, "day")) var until: String
  @Option(help: .of({ $0.optionDecidedBy }, "code"), completion: .codes(of: "extension_approver"))
  var decidedBy: String
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    guard let day = try? PartialDate(until).exactDay else { throw Fault.noDay }
    let words = desk.words
    let (asked, label) = try desk.withCasework { casework, session in
      guard let known = casework.book.codeLists["extension_approver"]?[decidedBy] else {
        throw Fault(.usage, reason: "unknown_code") { $0.reason(.unknownCode) }
      }
      let asked = try casework.extendStay(
        of: code, until: day, decidedBy: known.code, as: session)
      return (asked, words.name(known.label))
    }
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("until", words.label(.until), .date(day.text)),
          .init("decided_by", words.stepSecond, .code(asked.approver, label: label)),
          .init("entry", words.label(.entry), .integer(asked.entry)),
        ],
        notes: [
          words.stayAsked(
            code: code.text, until: DateForm.forPeople(day.text), entry: asked.entry),
          words.waitsFor(roles: words.role("lead")), words.next("approval give \(asked.entry)"),
        ]))
  }
}
