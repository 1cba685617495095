import Casework
import Testing

@testable import safekeep

/// What nobody has confirmed says so beside every field and code that rests on it.
@Suite struct CitationMarkTests {
  private let book: RuleBook

  init() throws { book = try RuleBook.builtIn() }

  private func explanation(_ name: String, _ words: any Words = English()) throws -> String {
    let field = try #require(book.fields.first { $0.qualifiedName == name })
    return FieldQuestion(field: field, book: book, words: words).explanation
  }

  @Test func threeKindsOfRules() {
    let law = Citation(text: "Law 53/2024 Art. 27", isVerified: true)
    let unread = Citation(text: "Decree 162/2025", isVerified: false)
    let own = Citation(text: Citation.projectChoice, isVerified: false)
    #expect(
      [law, unread, own].map { $0.standing(in: English()).plain } == [
        "verified", "unverified", "project_choice",
      ])
    #expect(
      [law, unread, own].map { $0.mark("Name", in: English()) } == [
        "Name", "Name (rule not verified)", "Name (project choice)",
      ])
    #expect(
      [law, unread, own].map { $0.mark("Tên", in: Vietnamese()) } == [
        "Tên", "Tên (quy tắc chưa được xác nhận)", "Tên (do dự án tự chọn)",
      ])
  }

  @Test func aCodeThatIsNotVerifiedSaysSo() throws {
    #expect(try explanation("case.status").contains("received  Received (project choice)"))
    #expect(
      try explanation("case.entry_path").contains("rescued  Rescued (Art. 28)\n"))
  }

  @Test func whatTheProjectChoseIsToldInBothLanguages() throws {
    let name = "reception.limits_explained_at"
    #expect(try explanation(name).contains("a choice of this project"))
    #expect(try explanation(name, Vietnamese()).contains("do dự án tự chọn; chưa có quy định"))
  }

  /// Every code of the book, so that no list is forgotten.
  @Test func everyUnverifiedCodeIsMarked() {
    for list in book.codeLists.values {
      for code in list.codes {
        let marked = code.citation.mark("x", in: English()) != "x"
        #expect(marked == !code.citation.isVerified, "\(list.name) \(code.code)")
      }
    }
  }
}
