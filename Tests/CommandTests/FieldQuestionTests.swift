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

  private func question(_ name: String, _ words: any Words = Vietnamese()) throws -> FieldQuestion {
    let book = try RuleBook.builtIn()
    return FieldQuestion(field: try #require(book[name]), book: book, words: words)
  }

  /// Not every terminal has a Vietnamese keyboard.
  @Test func yesAndNoAreTakenWithoutAccentsAndByTheirFirstLetter() throws {
    let question = try question(Vietnamese())
    for (typed, code) in [
      ("co", "yes"), ("c", "yes"), ("khong", "no"), ("k", "no"), ("khong ro", "unknown"),
    ] {
      #expect(question.input(typed) == .text(code), "\(typed)")
    }
    for typed in ["có", "co", "c", "y", "yes", "CÓ"] {
      #expect(Vietnamese().isYes(typed), "\(typed)")
    }
    for typed in ["không", "khong", "k", "n", "no"] {
      #expect(Vietnamese().isNo(typed), "\(typed)")
    }
    for typed in ["", " ", "không ro", "d"] {
      #expect(!Vietnamese().isYes(typed) && !Vietnamese().isNo(typed), "\(typed)")
    }
  }

  /// `n` begins *no* and is the key for *not asked*: neither is taken for the other.
  @Test func aLetterThatCouldBeTwoThingsIsNoAnswer() throws {
    let question = try question(English())
    let typed = try #require(question.input("n"))
    #expect(throws: CaseworkError.value(.unknownCode)) {
      try FieldValidation(question.book).check(typed, for: question.field)
    }
    #expect(question.input("no") == .text("no"))
    #expect(question.input("y") == .text("yes"))
    #expect(question.input("not asked") == .state("not_asked"))
    #expect(try self.question(Vietnamese()).input("n") == .state("not_asked"))
    #expect(try self.question(Vietnamese()).input("chưa hỏi") == .state("not_asked"))
    #expect(try self.question("person.full_name", English()).input("n") == .state("not_asked"))
  }

  /// A number is written in groups by everybody who writes it down.
  @Test func aNumberIsTakenWithItsBlanksAndPoints() throws {
    let phone = try question("person.phone")
    let book = phone.book
    let typed = phone.input("0912.345 678")
    #expect(typed == (phone.field.isMany ? .list(["0912345678"]) : .text("0912345678")))
    #expect(phone.input("+84 (0)912 345 678") == .text("+84912345678"))
    let input = try #require(phone.input("+84 (912) 345-678"))
    _ = try FieldValidation(book).check(input, for: phone.field)
  }

  @Test func anAmountIsTakenInItsGroups() throws {
    let amount = try question("support_item.amount_vnd")
    #expect(amount.input("1.000.000") == .text("1000000"))
    for typed in ["1.00", "1..000", "1000.000", ".000", "12"] {
      #expect(amount.input(typed) == .text(typed), "\(typed)")
    }
  }

  /// *d)* of Article 37 stands in the question, and so it is not *declined* there.
  @Test func aCodeThatStandsInTheQuestionIsTheCode() throws {
    let regime = try question("support_item.regime")
    #expect(regime.text.contains("= d)"))
    #expect(regime.input("d") == .text("d"))
    #expect(regime.input("đ") == .text("đ"))
    #expect(regime.input("u") == .state("unknown"))
    #expect(try question("person.sex").input("d") == .state("declined"))
  }

  @Test func aLongListIsAnsweredByNameAndExplainedByItsBeginning() throws {
    let nationality = try question("person.nationality")
    #expect(nationality.text.contains("mã hoặc tên"))
    let explained = nationality.explanation.split(separator: "\n")
    #expect(explained.contains { $0.contains("VNM") })
    #expect(explained.count < 24)
    #expect(explained.last?.contains("gõ một phần của tên") == true)
    #expect(nationality.like("viet").contains { $0.contains("VNM") })
    let field = nationality.field
    #expect(nationality.input("việt nam") == (field.isMany ? .list(["VNM"]) : .text("VNM")))
  }

  /// The reform of 2025 gave old codes to new provinces: what is not called so any more is shown with its last day.
  @Test func aFormerNameOfAPlaceIsNotTakenForTheCodeThatItHad() throws {
    let place = try question("residence.unit")
    #expect(place.input("Lào Cai") == .text("15"))
    #expect(place.input("Quảng Bình") == .text("Quảng Bình"))
    #expect(
      place.like("Quảng Bình").contains { $0.contains("44") && $0.contains("đến 30/06/2025") })
    #expect(place.input("TP Hà Nội") == .text("01"))
  }

  /// What a consent covers, by what the screen calls it.
  @Test func aListOfFieldsIsHeldAgainstTheRuleBook() throws {
    let fields = try question("consent.fields")
    #expect(fields.text.contains("mã hoặc tên"))
    #expect(fields.explanation.contains("identity"))
    let given = try #require(fields.input("person.full_name; identity; họ tên gì đó"))
    #expect(fields.unknown(in: given) == ["họ tên gì đó"])
    let label = Vietnamese().name(try #require(fields.book["person.birth_date"]).label)
    #expect(fields.unknown(in: try #require(fields.input(label))).isEmpty)
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
