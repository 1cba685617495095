import ArgumentParser
import Casework
import Vault

/// `safekeep case retract CASE --record RECORD --reason CODE`: takes an entry that was written into the wrong file out of
/// sight, and asks somebody else to have it destroyed. When they give it, `approval give`, its keys go; when they refuse
/// it, `approval refuse`, it is there again.
struct CaseRetract: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseRetract,
    example: "safekeep case retract K7M-2QX-9T8 --record rescue --reason wrong_file --as lan"
  )

  @OptionGroup var argument: CaseArgument
  @Option(help: .of({ $0.optionRetractedRecord }, "record")) var record: String
  @Option(
    help: .of({ $0.optionRetractionReason }, "code"), completion: .codes(of: "retract_reason"))
  var reason: String
  @Option(help: .of({ $0.optionConfirm }, "case")) var confirm: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    // A severe act wants the code of the case typed.
    try desk.confirm(
      confirm, accepted: [code.text, code.symbols], desk.words.typeCaseToRetract(code.text))
    let asked = try desk.withCasework(fresh: true) { casework, session in
      guard let known = casework.book.retractionReasons?[reason] else {
        throw Fault(.usage, reason: "unknown_code") { $0.reason(.unknownCode) }
      }
      return try casework.retract(record, of: code, because: known, as: session)
    }
    try desk.show(report(asked, code, desk.words))
  }

  private func report(_ asked: RetractionAsk, _ code: CaseCode, _ words: any Words) -> Report {
    let kind = words.name(asked.entity.label)
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code.text)),
        .init("kind", words.retractedKind, .code(asked.entity.name, label: kind)),
        .init("record", words.recordName, .text(RecordName.text(asked.record.bytes))),
        .init(
          "reason", words.label(.reason),
          .code(asked.reason.code, label: words.name(asked.reason.label))),
        .init("entry", words.label(.entry), .integer(asked.entry)),
      ],
      notes: [
        words.retracted(kind, code: code.text, entry: asked.entry),
        words.waitsFor(roles: words.role(asked.giver.rawValue)),
        words.next("approval give \(asked.entry)"),
      ])
  }
}
