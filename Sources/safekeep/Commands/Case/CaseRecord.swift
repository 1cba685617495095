import ArgumentParser
import Casework
import Vault

/// `safekeep case record CASE`: what the file itself says and somebody types: category, law, path, unit.
struct CaseRecord: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseRecord, example: "safekeep case record K7M-2QX-9T8 --as lan")

  @OptionGroup var argument: CaseArgument
  @OptionGroup var source: FormSource
  @OptionGroup var common: Common
  @OptionGroup var strays: Strays

  func run() throws {
    try strays.refuse(for: "case record CASE")
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let given = try source.read(common)
    try Fault.translating { try given?.checkIsFor(code) }
    let recorded = try desk.withCasework { casework, session in
      func write(_ input: FormInput, _ session: borrowing Session) throws -> RecordedForm {
        try Fault.doing(.writing) { try casework.recordCase(input, of: code, as: session) }
      }
      guard let given else { return try ask(desk, casework, code, session, write) }
      return try write(given, session)
    }
    try desk.show(
      Report(
        fields: [
          .init("case", desk.words.label(.caseCode), .text(code.text)),
          .init("entry", desk.words.label(.entry), .integer(recorded.entry)),
        ],
        notes: [desk.words.recorded(stage: desk.words.fileItself, entry: recorded.entry)]
          + recorded.warnings.map(desk.words.told)
          + recorded.notes.map { $0.told(in: desk.words) } + [
            desk.words.next("case show \(code.text)")
          ]))
  }

  private func ask(
    _ desk: Desk, _ casework: Casework, _ code: CaseCode, _ session: borrowing Session,
    _ write: (FormInput, borrowing Session) throws -> RecordedForm
  ) throws -> RecordedForm {
    try FormDialogue(desk, casework).confirm(
      casework.glance(of: code, for: desk.purpose(asking: false), as: session))
    let fields = try casework.fieldsToAsk("case", of: code, as: session).filter {
      $0.entity == EntityDefinition.caseNumber || $0.isReasonOfCorrection
    }
    return try DraftedForm(desk: desk, casework: casework, form: "case", code: code)
      .fill(fields, as: session, write)
  }
}
