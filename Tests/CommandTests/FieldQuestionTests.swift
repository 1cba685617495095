import Casework
import Testing

@testable import safekeep

@Suite struct FieldQuestionTests {
  private func question(_ words: any Words) throws -> FieldQuestion {
    let book = try RuleBook.builtIn()
    let field = try #require(book.fields.first { $0.type == .bool3 && !$0.isMany })
    return FieldQuestion(field: field, book: book, words: words)
  }

  /// What is offered, what `?` says and what is taken are the same words.
  @Test func yesAndNoAreVietnameseForWhoSpeaksIt() throws {
    let question = try question(Vietnamese())
    #expect(question.text.contains("không, có, không rõ"))
    #expect(question.explanation.contains("có, không hoặc không rõ"))
    for (typed, code) in [
      ("có", "yes"), ("Không", "no"), ("không rõ", "unknown"), ("yes", "yes"), ("NO", "no"),
      ("unknown", "unknown"), ("co\u{301}", "yes"),
    ] {
      #expect(question.input(typed) == .text(code), "\(typed)")
    }
    #expect(question.input("u") == .state("unknown"))
  }

  @Test func inEnglishTheyAreTheCodes() throws {
    let question = try question(English())
    #expect(question.text.contains("no, yes, unknown"))
    #expect(question.input("Yes") == .text("yes"))
  }

  @Test func oneIsNotSeveral() {
    #expect(English().keysDue(1).hasPrefix("1 key renewal is due"))
    #expect(English().keysDue(2).hasPrefix("2 key renewals are due"))
  }

  /// The seed opens no safety field, and no sentence may promise it.
  @Test func theRecoverySeedIsToldWithWhatItDoesNotOpen() {
    #expect(English().recoverySeedMade.contains("but safety"))
    #expect(Vietnamese().recoverySeedMade.contains("trừ nhóm an toàn"))
  }
}
