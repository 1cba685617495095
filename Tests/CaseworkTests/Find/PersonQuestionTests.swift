import Testing
import Vault

@testable import Casework

/// What may be asked, and what a value is found by.
@Suite struct PersonQuestionTests {
  private func question(_ json: String) throws(CaseworkError) -> PersonQuestion {
    try PersonQuestion(json: Array(json.utf8))
  }

  @Test func takesAnyCombination() throws {
    let question = try question(
      #"{"name":"nguyen thi hoa","alias":["Bé Hai","Út"],"birth_year":1998,"phone":"0912 345 678","id_number":"C1234567"}"#
    )
    #expect(question.names == ["nguyen thi hoa", "Bé Hai", "Út"])
    #expect(question.birthYear == 1998)
    #expect(question.isTelling)
    #expect(try self.question(#"{"birth_year":"05/1998"}"#).birthYear == 1998)
    #expect(try !self.question(#"{"birth_year":"1998"}"#).isTelling)
  }

  /// Of a file every name is looked for, some at a time, each time beside the name in papers.
  @Test func manyNamesAreAskedInParts() throws {
    var question = PersonQuestion()
    question.names = (0..<9).map { "Bé \($0)x" }
    let parts = question.parts
    #expect(parts.allSatisfy { $0.names.count <= PersonQuestion.mostNames })
    #expect(parts.allSatisfy { $0.names.first == question.names[0] })
    #expect(parts.flatMap { $0.names.dropFirst() } == Array(question.names.dropFirst()))
    question.names = Array(question.names.prefix(4))
    #expect(question.parts == [question])
  }

  @Test(arguments: [
    ("{}", CaseworkError.questionEmpty), (#"{"name":" "}"#, .questionEmpty),
    (#"{"name":"h"}"#, .questionShort), (#"{"name":"--"}"#, .questionShort),
    (#"{"name":"a\u0007b"}"#, .question([FieldFault(field: "name", fault: .controlCharacter)])),
    (#"{"nam":"an"}"#, .question([FieldFault(field: "nam", fault: .unknownField)])),
    (#"{"phone":"12"}"#, .question([FieldFault(field: "phone", fault: .notAPhone)])),
    (#"{"id_number":"1"}"#, .question([FieldFault(field: "id_number", fault: .notAPersonalID)])),
    (#"{"birth_year":"98"}"#, .question([FieldFault(field: "birth_year", fault: .notADate)])),
    (#"{"name":true}"#, .question([FieldFault(field: "name", fault: .wrongShape)])),
  ])
  func refusesWhatIsNoQuestion(_ json: String, _ expected: CaseworkError) {
    #expect(throws: expected) { try question(json) }
  }

  /// Some are called so: beside anything else it counts.
  @Test(arguments: [
    #"{"name":"Y","birth_year":1998}"#, #"{"name":"Y Moan","alias":"Y"}"#,
    #"{"name":"Ê","phone":"0912345678"}"#,
  ])
  func oneLetterCountsBesideMore(_ json: String) throws {
    #expect(try question(json).names.isEmpty == false)
  }

  @Test func refusesAMegabyteAndBytesThatAreNoText() {
    let long = #"{"name":""# + String(repeating: "a", count: 1 << 20) + "\"}"
    #expect(throws: CaseworkError.question([FieldFault(field: "name", fault: .tooLong)])) {
      try question(long)
    }
    #expect(throws: CaseworkError.notUTF8) {
      try PersonQuestion(json: Array(#"{"name":"a"#.utf8) + [0xFF, 0xFE] + Array("\"}".utf8))
    }
  }

  @Test func phonesAndPapersAreComparedByTheirDigits() {
    let phone = PersonTerms.ofPhone("+84912345678")
    #expect(phone != nil)
    for text in [
      "0912345678", "0912 345 678", "+84 912-345-678", "0084912345678", "+84 (0) 912 345 678",
      "+840912345678", "912345678",
    ] {
      #expect(PersonTerms.ofPhone(text) == phone)
    }
    #expect(PersonTerms.ofPhone("+85512345678") != phone)
    #expect(PersonTerms.ofPhone("12") == nil)
    #expect(PersonTerms.ofNumber("c 1234-567") == PersonTerms.ofNumber("C1234567"))
    #expect(PersonTerms.ofNumber("--") == nil)
  }

  /// A question has room for 256 terms and a person for about forty.
  @Test func termsAreAsManyAsThereIsRoomFor() {
    var question = PersonQuestion()
    question.names = (0..<4).map { _ in "Abcdefgh Ijklmnop Qrstuvwx Yzabcdef Ghijklmn Opqrstuv" }
    #expect(QuestionTerms(question).terms.count == 256)
    let terms = PersonTerms.ofName("Nguyễn Thị Minh Nguyệt")
    #expect((25...45).contains(terms.count))
    #expect(Set(terms).count == terms.count)
    #expect(terms.allSatisfy { $0.version == 1 })
  }
}
