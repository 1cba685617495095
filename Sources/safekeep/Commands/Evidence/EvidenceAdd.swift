import ArgumentParser
import Casework
import Vault

/// `safekeep evidence add CASE --file FILE`: takes a file into a case, with what is said of it.
struct EvidenceAdd: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .evidenceAdd, example: "safekeep evidence add K7M-2QX-9T8 --file photo.jpg --strip --as lan")

  @OptionGroup var argument: CaseArgument
  @Option(help: .of({ $0.optionEvidenceFile }, "file"), completion: .file()) var file: String
  @OptionGroup var options: PictureOptions
  @OptionGroup var source: FormSource
  @OptionGroup var common: Common
  @OptionGroup var strays: Strays

  func run() throws {
    try strays.refuse(for: "evidence add CASE")
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let brought = try BroughtFile(file)
    let (kept, isStripped) = try options.source(brought, desk)
    let given = try source.read(common)
    try Fault.translating { try given?.checkIsFor(code) }
    let recorded = try desk.withCasework { casework, session in
      let input = try given ?? ask(desk, casework, code, session)
      return try Fault.doing(.writing) {
        try casework.addEvidence(
          input, kept, named: brought.name, beginning: brought.beginning, to: code,
          as: session)
      }
    }
    try desk.show(report(recorded, brought, isStripped, code, desk.words))
  }

  /// What the file is called, and of what kind it is, shows without asking.
  private func ask(
    _ desk: Desk, _ casework: Casework, _ code: CaseCode, _ session: borrowing Session
  ) throws -> FormInput {
    let dialogue = FormDialogue(desk, casework)
    let page = try casework.glance(of: code, for: desk.purpose(asking: false), as: session)
    try dialogue.confirm(page)
    let fields = try casework.fieldsToAsk("evidence", of: code, as: session).filter {
      $0.name != "file_name" && $0.name != "media_type"
    }
    return try dialogue.ask(fields, adding: Evidence.entity)
  }

  private func report(
    _ recorded: RecordedForm, _ brought: BroughtFile, _ isStripped: Bool, _ code: CaseCode,
    _ words: any Words
  ) -> Report {
    var notes = [words.evidenceAdded(entry: recorded.entry)]
    if brought.isNotAsNamed { notes.append(words.notAsNamed) }
    if brought.isOtherPicture { notes.append(words.otherPicture) }
    if isStripped { notes.append(words.pictureStripped) }
    notes += recorded.warnings.map(words.told) + recorded.notes.map { $0.told(in: words) }
    notes.append(words.originalStays)
    if recorded.isReadable { notes.append(words.next("evidence list \(code.text)")) }
    return Report(
      fields: [.init("case", words.label(.caseCode), .text(code.text))]
        + (recorded.record.map { [.init("record", words.recordName, .text($0))] } ?? [])
        + (brought.picture?.facts.fields(in: words) ?? []) + [
          .init("entry", words.label(.entry), .integer(recorded.entry))
        ], notes: notes)
  }
}
