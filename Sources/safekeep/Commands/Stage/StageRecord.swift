import ArgumentParser
import Casework
import Vault

/// `safekeep STAGE record CASE`: a correction is a new version, the old one stays.
struct StageRecord<Kind: Stage>: ParsableCommand {
  static var configuration: CommandConfiguration {
    .command(
      .stageRecord,
      example: "safekeep \(Kind.form) record K7M-2QX-9T8 --from answers.json --as lan")
  }

  @OptionGroup var argument: CaseArgument
  @OptionGroup var source: FormSource
  @Option(help: .of({ $0.optionRecord }, "record")) var record: String?
  @OptionGroup var common: Common
  @OptionGroup var strays: Strays

  func run() throws {
    try strays.refuse(for: "\(Kind.form) record CASE")
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let given = try source.read(common)
    try Fault.translating { try given?.checkIsFor(code) }
    let correcting = try record.map { name throws(Fault) in try RecordArgument.id(name) }
    let (recorded, command) = try desk.withCasework(fresh: Kind.isClinical) { casework, session in
      func write(
        _ input: FormInput, _ session: borrowing Session
      ) throws -> (RecordedForm, String?) {
        let recorded = try Fault.doing(.writing) {
          try casework.record(Kind.form, input, of: code, correcting: correcting, as: session)
        }
        return (recorded, Kind.carriesOut(input, in: code.text, recorded.record))
      }
      if let given { return try write(given, session) }
      let page = try casework.glance(of: code, for: desk.purpose(asking: false), as: session)
      try FormDialogue(desk, casework).confirm(page)
      let form = DraftedForm(
        desk: desk, casework: casework, form: Kind.form, code: code, record: correcting)
      return try form.fill(
        casework.fieldsToAsk(Kind.form, of: code, as: session), as: session, write)
    }
    try desk.show(report(recorded, command, code, desk.words))
  }

  private func report(
    _ recorded: RecordedForm, _ command: String?, _ code: CaseCode, _ words: any Words
  ) -> Report {
    let stage = words.stage(Kind.form)
    var notes = [words.recorded(stage: stage, entry: recorded.entry)]
    notes += recorded.warnings.map(words.told) + recorded.notes.map { $0.told(in: words) }
    if let ending = recorded.ending {
      notes += ending.consents.isEmpty ? [] : [words.consentsEnded]
      notes += ending.notes(of: code, in: words)
    }
    if !recorded.deposited.isEmpty {
      notes.append(
        words.deposited(
          classes: recorded.deposited.map { words.fieldClass($0.name) }.joined(separator: ", ")))
    }
    if let command { notes.append(words.carriesOut(command)) }
    // Who reads nothing of it back is not sent to be refused.
    if recorded.isReadable { notes.append(words.next("\(Kind.next) \(code.text)")) }
    let name = Kind.namesRecord ? recorded.record : nil
    return Report(
      fields: [.init("case", words.label(.caseCode), .text(code.text))]
        + (name.map { [.init("record", words.recordName, .text($0))] } ?? [])
        + (recorded.ending?.fields(in: words) ?? []) + [
          .init("entry", words.label(.entry), .integer(recorded.entry))
        ], notes: notes)
  }
}
