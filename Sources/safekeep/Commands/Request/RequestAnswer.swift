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
    let done: Printed = try desk.withCasework(fresh: true) { casework, session in
      let page = try Fault.doing(.reading) {
        try casework.pageForPerson(record, of: code, as: session)
      }
      let html = PersonPageHTML(
        page, casework.book, by: try desk.handle(), in: desk.words.language)
      try file.write(Array(html.text.utf8))
      try file.finish()
      // Only what was printed was answered.
      let done = FormInput(["request.answer": .text(desk.words.answeredOnPage(page.entry))])
      let recorded =
        page.isPart
        ? nil
        : try Fault.doing(.writing) {
          try casework.answer(record, done, on: page, of: code, as: session)
        }
      return Printed(page: page, entry: recorded?.entry)
    }
    try tell(done, record, code, desk)
  }

  /// A page, and the entry of the answer; nil for the part of health staff, who answer no request.
  private struct Printed {
    let page: PersonPage
    let entry: Int?
  }

  private func tell(
    _ done: Printed, _ record: RecordID, _ code: CaseCode, _ desk: Desk
  ) throws {
    let (words, page) = (desk.words, done.page)
    var notes = page.data.hidden.notes(of: code, in: words)
    notes.append(words.pagePrinted(entry: page.entry))
    notes.append(done.entry == nil ? words.partHandOver : words.answerHandOver)
    if !page.keptFromRequester.isEmpty {
      let names = page.keptFromRequester.map { words.name($0.label) }.joined(separator: ", ")
      notes.append(words.keptFromRepresentative(names))
    }
    if page.heldByOthers.contains(where: { [.clinical, .vital].contains($0) }) {
      notes.append(
        words.partOfOthers(
          "request answer \(code.text) \(RecordName.text(record.bytes)) --to"))
    }
    let printed = Report.Field("print", words.printEntry, .integer(page.entry))
    try show(done.entry, code, [printed], notes, desk)
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
    _ entry: Int?, _ code: CaseCode, _ fields: [Report.Field], _ notes: [String], _ desk: Desk
  ) throws {
    let words = desk.words
    let answered = entry.map { [Report.Field("entry", words.label(.entry), .integer($0))] } ?? []
    try desk.show(
      Report(
        fields: [.init("case", words.label(.caseCode), .text(code.text))] + fields + answered,
        notes: notes))
  }
}
