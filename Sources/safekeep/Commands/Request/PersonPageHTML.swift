import Casework
import Vault

/// The page for a person who asked to see their data: class by class what the member who answers may read,
/// who holds the rest, and who looked.
struct PersonPageHTML {
  private let page: PersonPage
  private let book: RuleBook
  private let handle: String
  private let language: Language

  init(_ page: PersonPage, _ book: RuleBook, by handle: String, in language: Language) {
    (self.page, self.book, self.handle, self.language) = (page, book, handle, language)
  }

  var text: String {
    var html = HTMLPage(in: language)
    let code = page.data.code.text
    html.runningHead(
      { $0.personTitle(code: code) }, isConfidential: true, by: handle, entry: page.entry)
    html.heading(1) { $0.personTitle(code: code) }
    html.office()
    let isPart = page.isPart
    html.paragraph { isPart ? $0.personPartIntroduction : $0.personIntroduction }
    if page.isForRepresentative { html.paragraph { $0.personForRepresentative } }
    addCase(&html)
    for fieldClass in FieldClass.allCases { add(fieldClass, &html) }
    addOthers(&html)
    addOffPaper(&html)
    addKept(&html)
    addHidden(&html)
    if !page.isPart { addAccesses(&html) }
    let (now, entry) = (WallTime(milliseconds: Desk.now()).forPeople, page.entry)
    html.paragraph { $0.accessMade(by: Escaping.line(handle), at: now, entry: entry) }
    return html.text { $0.personTitle(code: code) }
  }

  /// What stands in the row of the case itself.
  private func addCase(_ html: inout HTMLPage) {
    html.heading(2) { $0.fieldClass(FieldClass.operations.name) }
    html.table(
      rows(
        page.data.fields.filter {
          isTold($0) && !Self.ofProgram.contains($0.definition.qualifiedName)
        }))
  }

  /// How the program counts limits and keeps what waits: nothing about the person.
  private static let ofProgram: Set<String> = ["case.due", "case.pending"]

  private func add(_ fieldClass: FieldClass, _ html: inout HTMLPage) {
    let records = page.data.records.map { record in
      (record, record.fields.filter { $0.definition.fieldClass == fieldClass && isTold($0) })
    }.filter { !$0.1.isEmpty }
    guard !records.isEmpty else { return }
    html.heading(2) { $0.fieldClass(fieldClass.name) }
    for (record, fields) in records {
      html.heading(3) { $0.name(record.entity.label) }
      html.table(rows(fields))
    }
  }

  /// What was never asked is no data; what was declined or withheld is, for the person sees that it was
  /// taken so.
  private func isTold(_ field: PageField) -> Bool { field.value != .absent(.notAsked) }

  private func rows(
    _ fields: [PageField]
  ) -> [(name: (any Words) -> String, value: (any Words) -> String)] {
    fields.map { field in
      (
        { $0.name(field.definition.label) },
        { FieldCells(book: book, words: $0, isForPerson: true).cell(field).shown(in: $0) }
      )
    }
  }

  private func addOthers(_ html: inout HTMLPage) {
    if !page.data.ungiven.isEmpty {
      html.paragraph { words in
        words.personNotGiven(
          page.data.ungiven.map { words.fieldClass($0.name) }.joined(separator: ", "))
      }
    }
    guard !page.heldByOthers.isEmpty else { return }
    html.heading(2) { $0.personOthersTitle }
    html.paragraph { words in
      words.personOthers(
        page.heldByOthers.map { words.fieldClass($0.name) }.joined(separator: ", "))
    }
  }

  private func addOffPaper(_ html: inout HTMLPage) {
    guard !page.offPaper.isEmpty else { return }
    html.paragraph { words in
      words.personOffPaper(page.offPaper.map { words.name($0.label) }.joined(separator: ", "))
    }
  }

  private func addKept(_ html: inout HTMLPage) {
    guard !page.keptFromMaker.isEmpty else { return }
    html.paragraph { words in
      words.personKept(page.keptFromMaker.map { words.name($0.label) }.joined(separator: ", "))
    }
  }

  /// How many, and not which: what is not of this person's file is not theirs to read.
  private func addHidden(_ html: inout HTMLPage) {
    let count = page.data.hidden.count
    guard count > 0 else { return }
    html.paragraph { $0.personHidden(count) }
  }

  private func addAccesses(_ html: inout HTMLPage) {
    html.heading(2) { $0.accessTitle }
    html.addAccountHead(
      page.putBack, from: page.cameFrom, isWhole: !page.isForRepresentative)
    html.add(page.accesses, book)
    html.paragraph { $0.accessClosing }
  }
}
