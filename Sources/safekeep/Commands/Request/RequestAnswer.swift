import ArgumentParser
import Casework
import Vault

/// `safekeep request answer CASE RECORD`: in words; or, for a request to see or to have the data, with a page
/// to print (`--to`).
struct RequestAnswer: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .requestAnswer,
    example: """
      safekeep request answer K7M-2QX-9T8 4f2c8a51d06b9e7734aa02c1b85d6e90 \\
          --to page.html --lang vi --as mai
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var record: RecordArgument
  @Option(help: .of({ $0.optionAccessTo }, "file"), completion: .file()) var to: String?
  @OptionGroup var source: FormSource
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, record) = (try argument.caseCode(), try record.id())
    guard let to else { return try answer(record, code, desk) }
    let file = try NewFile(to)
    let (printed, entry, hidden) = try desk.withCasework(fresh: true) { casework, session in
      let page = try Fault.doing(.reading) {
        try casework.pageForPerson(record, of: code, as: session)
      }
      let html = PersonPageHTML(
        page, casework.book, by: try desk.handle(), in: desk.words.language)
      try file.write(Array(html.text.utf8))
      try file.finish()
      // Only what was printed was answered.
      let done = FormInput(["request.answer": .text(desk.words.answeredOnPage(page.entry))])
      let recorded = try Fault.doing(.writing) {
        try casework.answer(record, done, on: page, of: code, as: session)
      }
      return (page.entry, recorded.entry, page.data.hidden)
    }
    let words = desk.words
    try show(
      entry, code, [.init("print", words.printEntry, .integer(printed))],
      hidden.notes(of: code, in: words)
        + [words.pagePrinted(entry: printed), words.answerHandOver], desk)
  }

  private func answer(_ record: RecordID, _ code: CaseCode, _ desk: Desk) throws {
    let given = try source.read(common)
    try Fault.translating { try given?.checkIsFor(code) }
    let recorded = try desk.withCasework { casework, session in
      let input =
        try given
        ?? FormDialogue(desk, casework).ask(
          ["answer", "refusal", "refusal_reason"].compactMap { casework.book["request." + $0] },
          adding: casework.book.entity(named: "request")?.number)
      return try Fault.doing(.writing) {
        try casework.answer(record, input, of: code, as: session)
      }
    }
    let words = desk.words
    try show(
      recorded.entry, code, [],
      [words.requestAnswered(entry: recorded.entry)] + recorded.notes.map { $0.told(in: words) },
      desk)
  }

  private func show(
    _ entry: Int, _ code: CaseCode, _ fields: [Report.Field], _ notes: [String], _ desk: Desk
  ) throws {
    let words = desk.words
    try desk.show(
      Report(
        fields: [.init("case", words.label(.caseCode), .text(code.text))] + fields + [
          .init("entry", words.label(.entry), .integer(entry))
        ], notes: notes))
  }
}
